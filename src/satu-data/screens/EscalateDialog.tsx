import { useState, type FormEvent } from 'react';
import { AreaField, Async, Dialog, ProblemNote, useFormat, useT } from 'tertib/screens';
import { useEscalate, useOpenRequests } from './calls.js';
import { escalateWords } from './escalate-words.js';
import { ProducerChoice } from './ProducerChoice.js';
import { words } from './words.js';

interface Props {
  caseId: string;
  onClose: () => void;
}

/** Tells the leaders of all producers that owe data, or of some, with a reason; then says whom it reached. */
export function EscalateDialog({ caseId, onClose }: Props) {
  const t = useT(escalateWords);
  const more = useT(words);
  const format = useFormat();
  const escalate = useEscalate();
  const open = useOpenRequests(caseId);
  const [all, setAll] = useState(true);
  const [chosen, setChosen] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const toggle = (id: string) => setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    escalate.mutate({ caseId, ...(all ? {} : { officeIds: chosen }), reason });
  };
  const name = (id: string): string => open.data?.requests.find(({ officeId }) => officeId === id)?.name ?? id;
  const done = escalate.data;
  return (
    <Dialog
      title={t.escalate}
      onClose={onClose}
      footer={done ? <button type="button" className="btn btn-primary" onClick={onClose}>{t.close}</button> : <><button type="button" className="btn" onClick={onClose}>{more.cancel}</button><button type="submit" form="escalate" className="btn btn-primary" disabled={escalate.isPending || (!all && !chosen.length)}>{t.send}</button></>}
    >
      {done ? (
        <div role="status">
          <p>{t.told(format.number(done.told.length))}</p>
          {done.before.length ? <p>{t.before(done.before.map(name).join(', '))}</p> : null}
          {done.unreached.length ? <p>{t.unreached(done.unreached.map(name).join(', '))}</p> : null}
        </div>
      ) : (
        <form id="escalate" onSubmit={submit}>
          <p className="text-secondary">{t.intro}</p>
          <ProblemNote error={escalate.error} />
          <label className="form-check mb-3"><input type="checkbox" className="form-check-input" checked={all} onChange={(e) => setAll(e.target.checked)} /><span className="form-check-label">{t.all}</span></label>
          {all ? null : <Async query={open}>{({ requests }) => <ProducerChoice requests={requests} chosen={chosen} onToggle={toggle} />}</Async>}
          <AreaField label={more.reason} hint={t.reasonHint} required minLength={5} maxLength={1000} value={reason} onChange={(e) => setReason(e.target.value)} />
        </form>
      )}
    </Dialog>
  );
}
