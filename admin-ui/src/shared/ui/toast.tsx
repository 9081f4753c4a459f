import { useEffect, useSyncExternalStore } from 'react';

interface Note {
  text: string;
  at: number;
}

const SHOWN_MS = 6000;
let note: Note | null = null;
const listeners = new Set<() => void>();
const change = (next: Note | null) => {
  note = next;
  listeners.forEach((tell) => tell());
};

/** A short word that something was done; read out, and gone by itself. */
export const say = (text: string): void => change({ text, at: Date.now() });

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => note);
  useEffect(() => {
    if (!shown) return undefined;
    const timer = window.setTimeout(() => change(null), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [shown]);
  return (
    <div className="tertib-toasts" role="status" aria-live="polite">
      {shown ? <div className="alert alert-success text-body shadow mb-0" key={shown.at}>{shown.text}</div> : null}
    </div>
  );
}
