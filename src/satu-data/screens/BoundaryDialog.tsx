import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Dialog, ProblemNote, request, say, TextField, useT } from 'tertib/screens';
import { boundaryWords } from './boundary-words.js';

interface Given {
  file: File;
  property: string;
  source: string;
}

async function add({ file, property, source }: Given): Promise<void> {
  const body = new FormData();
  body.append('file', file);
  const { id: fileId } = await request<{ id: string }>('/files', { method: 'POST', body });
  await request('/satu-data/boundaries', { method: 'POST', body: { fileId, property, source } });
}

/** A file with the outlines of regions; what is wrong with it is told fault by fault. */
export function BoundaryDialog({ onClose, onAdded }: { onClose: () => void; onAdded: () => void }) {
  const t = useT(boundaryWords);
  const [file, setFile] = useState<File | null>(null);
  const [property, setProperty] = useState('');
  const [source, setSource] = useState('');
  const adding = useMutation({ mutationFn: add, onSuccess: () => { say(t.added); onAdded(); } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) adding.mutate({ file, property, source });
  };
  return (
    <Dialog
      title={t.add}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{t.cancel}</button><button type="submit" form="boundary" className="btn btn-primary" disabled={adding.isPending || !file}>{t.add}</button></>}
    >
      <form id="boundary" onSubmit={submit}>
        <ProblemNote error={adding.error} />
        <TextField label={t.file} hint={t.fileHint} type="file" accept=".geojson" required onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
        <TextField label={t.property} hint={t.propertyHint} required maxLength={60} value={property} onChange={(event) => setProperty(event.target.value)} />
        <TextField label={t.source} hint={t.sourceHint} required minLength={3} maxLength={300} value={source} onChange={(event) => setSource(event.target.value)} />
      </form>
    </Dialog>
  );
}
