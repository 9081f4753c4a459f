import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog, FileField, ProblemNote, say, TextField, useT } from 'tertib/screens';
import { previewUpload, uploadFile, useApplyUpload, type Upload } from './calls.js';
import { Saving } from './Saving.js';
import { UploadPlan } from './UploadPlan.js';
import { codeWords } from './words.js';

/** A new version from a file: what it would do is shown first, then all of it is done or nothing. */
export function UploadDialog({ scheme, onClose }: { scheme: string; onClose: () => void }) {
  const t = useT(codeWords);
  const [upload, setUpload] = useState<Upload | null>(null);
  const [whole, setWhole] = useState(false);
  const [lastDay, setLastDay] = useState('');
  const [note, setNote] = useState('');
  const preview = useMutation({
    mutationFn: async ({ file, fileId, end }: { file?: File; fileId?: string; end: string }) => {
      const given: Upload = { fileId: file ? await uploadFile(file) : (fileId ?? ''), ...(end && { endMissing: end }) };
      setUpload(given);
      return previewUpload(scheme, given);
    },
  });
  const applying = useApplyUpload(scheme, () => { say(t.saved); onClose(); });
  const plan = preview.data;
  const ready = plan !== undefined && upload !== null && !preview.isPending && plan.refused === 0 && plan.changes.length > 0;
  /** Whether codes end is part of the preview: it is asked for anew. */
  const ending = (isWhole: boolean, day: string) => {
    setWhole(isWhole);
    setLastDay(day);
    const end = isWhole ? day : '';
    if (upload && (!isWhole || day) && end !== (upload.endMissing ?? '')) preview.mutate({ fileId: upload.fileId, end });
  };
  return (
    <Dialog
      title={t.uploadTitle} wide onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{t.cancel}</button><button type="button" className="btn btn-primary" disabled={!ready || applying.isPending || (whole && !lastDay)} onClick={() => plan && upload && applying.mutate({ ...upload, fingerprint: plan.fingerprint, note })}>{t.apply}</button></>}
    >
      <p className="text-secondary">{t.uploadHint}</p>
      <FileField label={t.file} accept=".xlsx,.csv" disabled={preview.isPending} onFile={(file) => preview.mutate({ file, end: whole ? lastDay : '' })} />
      <label className="form-check"><input type="checkbox" className="form-check-input" checked={whole} onChange={(event) => ending(event.target.checked, lastDay)} /><span className="form-check-label">{t.whole}</span></label>
      {whole ? <TextField label={t.lastDay} type="date" required value={lastDay} onChange={(event) => ending(true, event.target.value)} /> : null}
      <TextField label={t.note} hint={t.noteHint} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      <ProblemNote error={preview.error ?? applying.error} />
      {applying.isPending ? <Saving scheme={scheme} /> : preview.isPending ? <p role="status">{t.reading}</p> : plan ? <UploadPlan plan={plan} whole={whole} /> : null}
    </Dialog>
  );
}
