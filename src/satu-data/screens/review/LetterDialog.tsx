import { useState, type FormEvent } from 'react';
import { Dialog, fileAddress, ProblemNote, TextField, useT } from 'tertib/screens';
import { useMakeLetter } from './calls.js';
import { reviewWords } from './review-words.js';

/** BPS's letter of recommendation: its own number and signer; what it says follows from the decisions. */
export function LetterDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const t = useT(reviewWords);
  const make = useMakeLetter(caseId);
  const [given, setGiven] = useState({ number: '', signer: '', position: '', nip: '' });
  const field = (name: keyof typeof given) => ({ value: given[name], onChange: (event: { target: { value: string } }) => setGiven({ ...given, [name]: event.target.value }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate(given);
  };
  const made = make.data;
  return (
    <Dialog
      title={t.letter}
      onClose={onClose}
      footer={made ? <button type="button" className="btn btn-primary" onClick={onClose}>{t.close}</button> : <><button type="button" className="btn" onClick={onClose}>{t.cancel}</button><button type="submit" form="recommendation" className="btn btn-primary" disabled={make.isPending}>{t.letter}</button></>}
    >
      {made ? <p role="status">{t.letterMade} <a className="text-decoration-underline" href={fileAddress(`/files/${made.fileId}`)} target="_blank" rel="noreferrer">{t.openLetter}</a></p> : (
        <form id="recommendation" onSubmit={submit}>
          <p className="text-secondary">{t.letterHint}</p>
          <ProblemNote error={make.error} />
          <TextField label={t.number} hint={t.numberHint} required maxLength={100} {...field('number')} />
          <TextField label={t.signer} required minLength={3} maxLength={200} {...field('signer')} />
          <TextField label={t.position} required minLength={3} maxLength={200} {...field('position')} />
          <TextField label={t.nip} maxLength={30} {...field('nip')} />
        </form>
      )}
    </Dialog>
  );
}
