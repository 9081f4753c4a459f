import { useState, type FormEvent } from 'react';
import { Dialog, FileField, ProblemNote, say, TextField, useT } from 'tertib/screens';
import { useSignedLetter } from './calls.js';
import { reviewWords } from './review-words.js';

/** BPS's letter of recommendation as it was signed, with what stands on it. */
export function SignedLetterDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const t = useT(reviewWords);
  const keep = useSignedLetter(caseId);
  const [file, setFile] = useState<File | null>(null);
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) keep.mutate({ file, number, date }, { onSuccess: () => { say(t.signedKept); onClose(); } });
  };
  return (
    <Dialog
      title={t.uploadSigned}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{t.cancel}</button><button type="submit" form="signed-letter" className="btn btn-primary" disabled={keep.isPending || !file}>{t.upload}</button></>}
    >
      <form id="signed-letter" onSubmit={submit}>
        <p className="text-secondary">{t.signedHint}</p>
        <ProblemNote error={keep.error} />
        <FileField label={t.signedFile} hint={t.signedFileHint} accept=".pdf,.png,.jpg,.jpeg" required onFile={setFile} />
        <TextField label={t.number} required maxLength={100} value={number} onChange={(event) => setNumber(event.target.value)} />
        <TextField label={t.letterDate} type="date" required value={date} onChange={(event) => setDate(event.target.value)} />
      </form>
    </Dialog>
  );
}
