import { useState, type ReactNode } from 'react';
import { Dialog, useT } from 'tertib/screens';
import { listWords } from './list-words.js';

function Question({ onStay, onDiscard }: { onStay: () => void; onDiscard: () => void }) {
  const t = useT(listWords);
  return (
    <Dialog title={t.unsavedTitle} onClose={onStay} footer={<><button type="button" className="btn" onClick={onStay}>{t.goOn}</button><button type="button" className="btn btn-danger" onClick={onDiscard}>{t.discard}</button></>}>
      <p className="mb-0">{t.unsavedLead}</p>
    </Dialog>
  );
}

/** Asks before a dialog is closed over something that would be lost; `question` stands before the dialog, so that it goes first and the focus comes back to where the dialog was opened. */
export function useAsking(wouldLose: () => boolean, onClose: () => void): { close: () => void; question: ReactNode } {
  const [asked, setAsked] = useState(false);
  const close = () => (wouldLose() ? setAsked(true) : onClose());
  return { close, question: asked ? <Question onStay={() => setAsked(false)} onDiscard={onClose} /> : null };
}
