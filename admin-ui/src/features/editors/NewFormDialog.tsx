import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useT } from '../../shared/i18n/index.js';
import { Dialog, TextField } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useSaveDraft } from './calls.js';
import { Refused } from './FindingList.js';
import { words } from './words.js';

/** An empty form under a new key, opened in the builder. */
export function NewFormDialog({ onClose }: { onClose: () => void }) {
  const t = useT(words);
  const c = useT(common);
  const navigate = useNavigate();
  const [key, setKey] = useState('');
  const [title, setTitle] = useState({ id: '', en: '' });
  const save = useSaveDraft('forms', key);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const content = `${JSON.stringify({ key, title, display: 'form', components: [] }, null, 2)}\n`;
    save.mutate({ content }, { onSuccess: () => void navigate(`/procedures/forms/${key}`) });
  };
  return (
    <Dialog
      title={t.newForm}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{c.cancel}</button><button type="submit" form="new-form" className="btn btn-primary" disabled={save.isPending}>{c.add}</button></>}
    >
      <form id="new-form" onSubmit={submit}>
        <Refused error={save.error} />
        <TextField label={t.formKey} hint={t.formKeyHint} required pattern="[a-z][a-z0-9\-]*" value={key} onChange={(e) => setKey(e.target.value)} />
        <TextField label={t.titleId} required value={title.id} onChange={(e) => setTitle({ ...title, id: e.target.value })} />
        <TextField label={t.titleEn} required value={title.en} onChange={(e) => setTitle({ ...title, en: e.target.value })} />
      </form>
    </Dialog>
  );
}
