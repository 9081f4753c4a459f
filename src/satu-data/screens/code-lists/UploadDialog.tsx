import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Dialog, FileField, ProblemNote, TextField, useT } from 'tertib/screens';
import { previewUpload, uploadFile, type Applying, type Upload } from './calls.js';
import { Saving } from './Saving.js';
import { UploadPlan } from './UploadPlan.js';
import { codeWords } from './words.js';

interface Props {
  scheme: string;
  /** The version that is being kept, or was not: by the page, since it goes on when this is closed. */
  applying: Applying;
  onClose: () => void;
}

/** A new version from a file: what it would do is shown first, then all of it is done or nothing. */
export function UploadDialog({ scheme, applying, onClose }: Props) {
  const t = useT(codeWords);
  const [upload, setUpload] = useState<Upload | null>(null);
  const [whole, setWhole] = useState(false);
  const [lastDay, setLastDay] = useState('');
  const [note, setNote] = useState('');
  /** Whether what is shown is what was tried: the error of one that was closed over is the page's. */
  const [tried, setTried] = useState(false);
  const { mutate: look, ...preview } = useMutation({
    mutationFn: async ({ file, fileId, end }: { file?: File; fileId?: string; end: string }) => {
      setTried(false);
      if (file) setUpload(null);
      const given: Upload = { fileId: file ? await uploadFile(file) : (fileId ?? ''), ...(end && { endMissing: end }) };
      setUpload(given);
      return previewUpload(scheme, given);
    },
  });
  const plan = preview.data;
  const end = whole ? lastDay : '';
  const fits = upload !== null && end === (upload.endMissing ?? '');
  const ready = plan !== undefined && fits && !preview.isPending && plan.refused === 0 && plan.changes.length > 0 && (!whole || lastDay !== '');
  const { saving } = applying;
  // Whether codes end is part of the preview: it is asked for anew, also where that was said while a file was still being read.
  useEffect(() => {
    if (upload && !fits && !preview.isPending && (!whole || lastDay)) look({ fileId: upload.fileId, end });
  }, [upload, fits, preview.isPending, whole, lastDay, end, look]);
  const keep = () => {
    if (!plan || !upload) return;
    setTried(true);
    applying.apply({ ...upload, fingerprint: plan.fingerprint, note });
  };
  return (
    <Dialog
      title={t.uploadTitle} wide onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{saving ? t.close : t.cancel}</button><button type="button" className="btn btn-primary" disabled={!ready || saving} onClick={keep}>{t.apply}</button></>}
    >
      <p className="text-secondary">{t.uploadHint}</p>
      <FileField label={t.file} accept=".xlsx,.csv" disabled={preview.isPending || saving} onFile={(file) => look({ file, end })} />
      <label className="form-check"><input type="checkbox" className="form-check-input" checked={whole} disabled={saving} onChange={(event) => setWhole(event.target.checked)} /><span className="form-check-label">{t.whole}</span></label>
      {whole ? <TextField label={t.lastDay} type="date" required value={lastDay} disabled={saving} onChange={(event) => setLastDay(event.target.value)} /> : null}
      <TextField label={t.note} hint={t.noteHint} maxLength={500} value={note} disabled={saving} onChange={(event) => setNote(event.target.value)} />
      <ProblemNote error={preview.error ?? (tried ? applying.error : null)} />
      {saving ? <><Saving scheme={scheme} /><p className="text-secondary small mb-0">{t.savingOn}</p></> : preview.isPending ? <p role="status">{t.reading}</p> : plan && whole && lastDay === '' ? <p role="status">{t.lastDayFirst}</p> : plan ? <UploadPlan plan={plan} whole={whole} /> : null}
    </Dialog>
  );
}
