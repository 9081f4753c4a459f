import { useEffect, useRef, useState } from 'react';
import { Problem } from 'tertib/screens';
import type { Edit } from './cells.js';
import type { Refusal } from './edit-queue.js';

interface Given {
  /** Answers whether the server has taken it; not before it could be reached. */
  onSave: (edit: Edit, back: Edit | null) => Promise<boolean>;
  /** What the server refused last. */
  refusal: Refusal | null;
  /** What was refused before, and is written anew here. */
  again?: Refusal | null;
  onSaved: () => void;
}

/** Saves what is typed in a dialog, which stays as it is until the server has taken it: what was refused is still there to be corrected. `isOvertaken`: because somebody else was faster, as its writer has been told. */
export function useSaving({ onSave, refusal, again = null, onSaved }: Given) {
  const [sent, setSent] = useState<Edit | null>(again?.edit ?? null);
  const [saving, setSaving] = useState(false);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => { here.current = false; };
  }, []);
  const save = async (edit: Edit, back: Edit | null) => {
    setSent(edit);
    setSaving(true);
    const taken = await onSave(edit, back);
    // Closed meanwhile: another dialog may be open by now.
    if (!here.current) return;
    setSaving(false);
    if (taken) onSaved();
  };
  const refused = refusal !== null && refusal.edit === sent ? refusal : null;
  return { save, saving, refused, isOvertaken: refused?.error instanceof Problem && refused.error.code === 'data-list-changed' };
}
