import { useState, type FormEvent } from 'react';
import { useT } from '../../shared/i18n/index.js';
import { AreaField, Dialog, ProblemNote, say } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useCancel } from './calls.js';
import { words } from './words.js';

export function CancelDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const t = useT(words);
  const c = useT(common);
  const cancel = useCancel(caseId);
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    cancel.mutate(reason, {
      onSuccess: () => {
        say(t.cancelDone);
        onClose();
      },
    });
  };
  return (
    <Dialog
      title={t.cancel}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{c.close}</button><button type="submit" form="cancel-case" className="btn btn-danger" disabled={cancel.isPending}>{t.cancel}</button></>}
    >
      <form id="cancel-case" onSubmit={submit}>
        <p>{t.cancelHint}</p>
        <ProblemNote error={cancel.error} />
        <AreaField label={t.reason} required minLength={3} value={reason} onChange={(e) => setReason(e.target.value)} />
      </form>
    </Dialog>
  );
}
