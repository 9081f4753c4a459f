import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Dialog, FileField, ProblemNote, request, say, SelectField, TextField, useLanguage, useT, useUser } from 'tertib/screens';
import { useLists } from './code-lists/calls.js';
import { boundaryWords } from './boundary-words.js';

interface Given {
  file: File;
  property: string;
  source: string;
  scheme: string;
}

async function add({ file, property, source, scheme }: Given): Promise<void> {
  const body = new FormData();
  body.append('file', file);
  const { id: fileId } = await request<{ id: string }>('/files', { method: 'POST', body });
  await request('/satu-data/boundaries', { method: 'POST', body: { fileId, property, source, scheme } });
}

/** A file with the outlines of regions; what is wrong with it is told fault by fault. */
export function BoundaryDialog({ onClose, onAdded }: { onClose: () => void; onAdded: () => void }) {
  const t = useT(boundaryWords);
  const [file, setFile] = useState<File | null>(null);
  const [property, setProperty] = useState('');
  const [source, setSource] = useState('');
  const [scheme, setScheme] = useState('kemendagri');
  const language = useLanguage();
  const lists = useLists(useUser().can('satu-data.see-code-lists')).data ?? [];
  const adding = useMutation({ mutationFn: add, onSuccess: () => { say(t.added); onAdded(); } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) adding.mutate({ file, property, source, scheme });
  };
  return (
    <Dialog
      title={t.add}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{t.cancel}</button><button type="submit" form="boundary" className="btn btn-primary" disabled={adding.isPending || !file}>{t.add}</button></>}
    >
      <form id="boundary" onSubmit={submit}>
        <ProblemNote error={adding.error} />
        <FileField label={t.file} hint={t.fileHint} accept=".geojson" required onFile={setFile} />
        {lists.length > 0 ? <SelectField label={t.list} hint={t.listHint} value={scheme} onChange={(event) => setScheme(event.target.value)}>{lists.map((one) => <option key={one.scheme} value={one.scheme}>{one.title[language]}</option>)}</SelectField> : null}
        <TextField label={t.property} hint={t.propertyHint} required maxLength={60} value={property} onChange={(event) => setProperty(event.target.value)} />
        <TextField label={t.source} hint={t.sourceHint} required minLength={3} maxLength={300} value={source} onChange={(event) => setSource(event.target.value)} />
      </form>
    </Dialog>
  );
}
