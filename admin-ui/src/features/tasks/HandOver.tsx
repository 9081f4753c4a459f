import { useState, type FormEvent } from 'react';
import type { TaskDetail } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { AreaField, Async, Dialog, ProblemNote, say, SelectField } from '../../shared/ui/index.js';
import { useColleagues, useHandOver } from './calls.js';
import { handoverWords } from './handover-words.js';

function HandOverDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT(handoverWords);
  const colleagues = useColleagues(id);
  const handOver = useHandOver(id);
  const [userId, setUserId] = useState('');
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    handOver.mutate({ userId, note }, { onSuccess: ({ assigneeName }) => { say(t.done(assigneeName)); onClose(); } });
  };
  return (
    <Dialog
      title={t.handOver}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{t.cancel}</button><button type="submit" form="hand-over" className="btn btn-primary" disabled={handOver.isPending || !userId}>{t.handOver}</button></>}
    >
      <Async query={colleagues}>
        {({ items }) => (items.length === 0 ? <p className="mb-0">{t.nobody}</p> : (
          <form id="hand-over" onSubmit={submit}>
            <ProblemNote error={handOver.error} />
            <p className="text-secondary">{t.lead}</p>
            <SelectField label={t.to} required value={userId} onChange={(event) => setUserId(event.target.value)}>
              <option value="">{t.choose}</option>
              {items.map((one) => <option key={one.id} value={one.id}>{one.title ? `${one.name} (${one.title})` : one.name}</option>)}
            </SelectField>
            <AreaField label={t.note} required maxLength={1000} rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
          </form>
        ))}
      </Async>
    </Dialog>
  );
}

/** Gives the task to a colleague. */
export function HandOver({ task }: { task: Pick<TaskDetail, 'id' | 'canHandOver'> }) {
  const t = useT(handoverWords);
  const [open, setOpen] = useState(false);
  if (!task.canHandOver) return null;
  return (
    <>
      <button type="button" className="btn btn-sm" onClick={() => setOpen(true)}>{t.handOver}</button>
      {open ? <HandOverDialog id={task.id} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** What whoever gave it wrote. */
export function HandedOver({ handover }: { handover: TaskDetail['handover'] }) {
  const t = useT(handoverWords);
  const format = useFormat();
  if (!handover) return null;
  return <div className="alert alert-info d-block text-body mb-3"><strong>{t.from(handover.fromName, format.dateTime(handover.at))}</strong><p className="mb-0 text-break">{handover.note}</p></div>;
}
