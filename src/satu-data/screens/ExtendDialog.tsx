import { useState, type FormEvent } from 'react';
import { AreaField, Dialog, ProblemNote, say, TextField, useFormat, useT } from 'tertib/screens';
import type { Board } from '../board/board.schemas.js';
import { useExtend } from './calls.js';
import { words } from './words.js';

interface Props {
  caseId: string;
  producers: Board['producers'];
  onClose: () => void;
}

/** A later deadline, for all or for some, with the reason that goes into the letter and the record. */
export function ExtendDialog({ caseId, producers, onClose }: Props) {
  const t = useT(words);
  const format = useFormat();
  const extend = useExtend();
  const [all, setAll] = useState(true);
  const [chosen, setChosen] = useState<string[]>([]);
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const toggle = (id: string) => setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    extend.mutate(
      { caseId, ...(all ? {} : { officeIds: chosen }), until: format.moment(until), reason },
      {
        onSuccess: () => {
          say(t.extended);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={t.extend}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{t.cancel}</button><button type="submit" form="extend" className="btn btn-primary" disabled={extend.isPending || (!all && !chosen.length)}>{t.extend}</button></>}
    >
      <form id="extend" onSubmit={submit}>
        <ProblemNote error={extend.error} />
        <label className="form-check mb-3"><input type="checkbox" className="form-check-input" checked={all} onChange={(e) => setAll(e.target.checked)} /><span className="form-check-label">{t.extendAll}</span></label>
        {all ? null : (
          <fieldset className="mb-3">
            <legend className="form-label">{t.extendFor}</legend>
            {producers.map((producer) => (
              <label key={producer.officeId} className="form-check">
                <input type="checkbox" className="form-check-input" checked={chosen.includes(producer.officeId)} onChange={() => toggle(producer.officeId)} />
                <span className="form-check-label">{producer.name} <span className="text-secondary">{format.dateTime(producer.request?.deadline)}</span></span>
              </label>
            ))}
          </fieldset>
        )}
        <TextField label={t.until} type="datetime-local" required value={until} onChange={(e) => setUntil(e.target.value)} />
        <AreaField label={t.reason} required minLength={5} value={reason} onChange={(e) => setReason(e.target.value)} />
      </form>
    </Dialog>
  );
}
