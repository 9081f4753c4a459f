import { useState, type FormEvent } from 'react';
import { AreaField, Async, Dialog, ProblemNote, say, TextField, useFormat, useT } from 'tertib/screens';
import { useExtend, useOpenRequests } from './calls.js';
import { ProducerChoice } from './ProducerChoice.js';
import { words } from './words.js';

interface Props {
  caseId: string;
  onClose: () => void;
}

/** A later deadline, for all or for some, with the reason that goes into the letter and the record. */
export function ExtendDialog({ caseId, onClose }: Props) {
  const t = useT(words);
  const format = useFormat();
  const extend = useExtend();
  const open = useOpenRequests(caseId);
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
        {all ? null : <Async query={open}>{({ requests }) => <ProducerChoice requests={requests} chosen={chosen} onToggle={toggle} />}</Async>}
        <TextField label={t.until} type="datetime-local" required value={until} onChange={(e) => setUntil(e.target.value)} />
        <AreaField label={t.reason} required minLength={5} value={reason} onChange={(e) => setReason(e.target.value)} />
      </form>
    </Dialog>
  );
}
