import { useState, type FormEvent } from 'react';
import { useT } from '../../shared/i18n/index.js';
import { AreaField, Dialog, say } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { usePublish } from './calls.js';
import { Refused } from './FindingList.js';
import { words } from './words.js';

export function PublishDialog({ onClose }: { onClose: () => void }) {
  const t = useT(words);
  const c = useT(common);
  const publish = usePublish();
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish.mutate(note, {
      onSuccess: ({ version }) => {
        say(t.published(version));
        onClose();
      },
    });
  };
  return (
    <Dialog
      title={t.publish}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{c.cancel}</button><button type="submit" form="publish" className="btn btn-primary" disabled={publish.isPending}>{t.publish}</button></>}
    >
      <form id="publish" onSubmit={submit}>
        <p>{t.publishLead}</p>
        <Refused error={publish.error} />
        <AreaField label={t.note} required value={note} onChange={(e) => setNote(e.target.value)} />
      </form>
    </Dialog>
  );
}
