import { useState, type FormEvent } from 'react';
import { AreaField, Dialog, ProblemNote, say, useT } from 'tertib/screens';
import type { Room } from '../../room/room.schemas.js';
import { useWithdraw } from './calls.js';
import { deliveriesWords } from './deliveries-words.js';

const withLeader = ({ withdrawable }: Room['datasets'][number]): boolean => withdrawable === 'with-leader';

/** What is taken back, and why. */
export function WithdrawDialog({ room, onClose }: { room: Room; onClose: () => void }) {
  const t = useT(deliveriesWords);
  const possible = room.datasets.filter(({ withdrawable }) => withdrawable !== null);
  const [chosen, setChosen] = useState(() => new Set(possible.length === 1 ? possible.map(({ id }) => id) : []));
  const [reason, setReason] = useState('');
  const withdraw = useWithdraw(room.id);
  /** Those with the leader go together, so they are chosen together. */
  const toggle = (dataset: Room['datasets'][number]) => {
    const next = new Set(chosen);
    const same = withLeader(dataset) ? possible.filter(withLeader) : [dataset];
    for (const { id } of same) if (chosen.has(dataset.id)) next.delete(id); else next.add(id);
    setChosen(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    withdraw.mutate({ datasetIds: [...chosen], reason }, { onSuccess: () => { say(t.withdrawDone); onClose(); } });
  };
  return (
    <Dialog
      title={t.withdraw}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{t.cancel}</button><button type="submit" form="withdraw" className="btn btn-primary" disabled={withdraw.isPending || chosen.size === 0}>{t.withdraw}</button></>}
    >
      <form id="withdraw" onSubmit={submit}>
        <ProblemNote error={withdraw.error} />
        <p>{t.withdrawHint} {possible.filter(withLeader).length > 1 ? t.together : ''}</p>
        <fieldset className="mb-3">
          <legend className="form-label">{t.whichOnes}</legend>
          {possible.map((dataset) => (
            <label key={dataset.id} className="form-check">
              <input type="checkbox" className="form-check-input" checked={chosen.has(dataset.id)} onChange={() => toggle(dataset)} />
              <span className="form-check-label">{dataset.title}</span>
            </label>
          ))}
        </fieldset>
        <AreaField label={t.reason} required minLength={5} maxLength={1000} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </form>
    </Dialog>
  );
}
