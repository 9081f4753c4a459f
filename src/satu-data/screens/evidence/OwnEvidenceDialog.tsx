import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Async, Dialog, FileField, fileAddress, ProblemNote, request, say, TextField, useFormat, useLanguage, useT } from 'tertib/screens';
import type { OwnEvidenceRow } from '../../evidence/own/own-evidence.schemas.js';
import type { Shown } from './EvidenceIndicators.js';
import { evidenceWords } from './evidence-words.js';

interface Props {
  scope: string;
  indicator: Shown;
  onClose: () => void;
}

/** What the office attached to an indicator itself: each file with who and when, a further one, and what is removed again. */
export function OwnEvidenceDialog({ scope, indicator, onClose }: Props) {
  const t = useT(evidenceWords);
  const language = useLanguage();
  const format = useFormat();
  const client = useQueryClient();
  const at = `/satu-data/evidence/${scope}/indicators/${indicator.code}/files`;
  const query = useQuery({ queryKey: ['own-evidence', scope, indicator.code], queryFn: () => request<OwnEvidenceRow[]>(at) });
  const again = async () => {
    await Promise.all([client.invalidateQueries({ queryKey: ['own-evidence'] }), client.invalidateQueries({ queryKey: ['live', 'evidence'] })]);
  };
  const remove = useMutation({ mutationFn: (id: string) => request(`${at}/${id}`, { method: 'DELETE' }), onSuccess: async () => { say(t.removed); await again(); } });
  return (
    <Dialog title={`${indicator.code} ${indicator.name[language]}`} wide onClose={onClose} footer={<button type="button" className="btn" onClick={onClose}>{t.close}</button>}>
      <p className="text-secondary">{t.ownHint}</p>
      <ProblemNote error={remove.error} />
      <Async query={query}>
        {(files) => (
          <ul className="list-group list-group-flush mb-3">
            {files.map((one) => (
              <li key={one.id} className="list-group-item px-0">
                <strong>{one.title}</strong>
                <div className="text-secondary">{one.by} · {format.dateTime(one.at)}</div>
                <a href={fileAddress(`${at}/${one.id}`)} download aria-label={t.download(one.fileName)} className="text-break">{one.fileName}</a>
                <div className="small text-break">{t.hash}: <code>{one.sha256}</code></div>
                <button type="button" className="btn btn-sm mt-1" aria-label={t.removeOf(one.title)} disabled={remove.isPending} onClick={() => remove.mutate(one.id)}>{t.remove}</button>
              </li>
            ))}
          </ul>
        )}
      </Async>
      <Attach at={at} onAdded={again} />
    </Dialog>
  );
}

async function send(at: string, file: File, title: string): Promise<void> {
  const body = new FormData();
  body.append('file', file);
  const { id: fileId } = await request<{ id: string }>('/files', { method: 'POST', body });
  await request(at, { method: 'POST', body: { fileId, title } });
}

/** Keeps what was typed where it is refused. */
function Attach({ at, onAdded }: { at: string; onAdded: () => Promise<void> }) {
  const t = useT(evidenceWords);
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [round, setRound] = useState(0);
  const adding = useMutation({
    mutationFn: () => (file ? send(at, file, title) : Promise.resolve()),
    onSuccess: async () => {
      say(t.attached);
      setFile(null);
      setTitle('');
      setRound((before) => before + 1);
      await onAdded();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) adding.mutate();
  };
  return (
    <form onSubmit={submit} aria-label={t.attach}>
      <ProblemNote error={adding.error} />
      <TextField label={t.ownTitle} hint={t.ownTitleHint} required minLength={3} maxLength={300} value={title} onChange={(event) => setTitle(event.target.value)} />
      <FileField key={round} label={t.file} accept="" required onFile={setFile} />
      <button type="submit" className="btn btn-primary" disabled={adding.isPending || !file}>{t.attach}</button>
    </form>
  );
}
