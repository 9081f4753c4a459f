import { useState, type FormEvent } from 'react';
import { AreaField, Dialog, Problem, ProblemNote, say, TextField, useNavigate, useT } from 'tertib/screens';
import { useCreateList } from './calls.js';
import { codeWords } from './words.js';

export function NewListDialog({ onClose }: { onClose: () => void }) {
  const t = useT(codeWords);
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [titleEn, setTitleEn] = useState('');
  const [key, setKey] = useState('');
  const [levels, setLevels] = useState('');
  const creating = useCreateList((scheme) => { say(t.created); navigate(`/satu-data/code-lists/${scheme}`); });
  const wrong = (path: string): { error?: string } => {
    const error = creating.error instanceof Problem ? creating.error.errors.find((one) => one.path === path)?.message : undefined;
    return error ? { error } : {};
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    creating.mutate({ title, titleEn, key, levels: levels.split('\n').map((line) => line.trim()).filter(Boolean) });
  };
  return (
    <Dialog
      title={t.add} onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{t.cancel}</button><button type="submit" form="new-list" className="btn btn-primary" disabled={creating.isPending}>{t.add}</button></>}
    >
      <form id="new-list" onSubmit={submit}>
        <ProblemNote error={creating.error} />
        <TextField label={t.newTitle} required minLength={3} maxLength={100} value={title} {...wrong('title')} onChange={(event) => setTitle(event.target.value)} />
        <TextField label={t.newTitleEn} hint={t.nameEnHint} maxLength={100} value={titleEn} onChange={(event) => setTitleEn(event.target.value)} />
        <TextField label={t.key} hint={t.keyHint} maxLength={64} value={key} {...wrong('key')} onChange={(event) => setKey(event.target.value)} />
        <AreaField label={t.levels} hint={t.levelsHint} rows={3} value={levels} {...wrong('levels')} onChange={(event) => setLevels(event.target.value)} />
      </form>
    </Dialog>
  );
}
