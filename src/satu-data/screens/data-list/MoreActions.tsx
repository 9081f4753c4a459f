import { useRef, useState, type ReactNode } from 'react';
import { useT } from 'tertib/screens';
import { listWords } from './list-words.js';

/** A button that shows what is done more rarely; Escape, leaving it and choosing from it close it. */
export function MoreActions({ children }: { children: (done: () => void) => ReactNode }) {
  const t = useT(listWords);
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  /** Back to the button: a dialog that was opened from here gives the focus back to it. */
  const close = () => {
    button.current?.focus();
    setOpen(false);
  };
  return (
    <div className="dropdown" ref={frame} onKeyDown={(event) => open && event.key === 'Escape' && close()} onBlur={(event) => !frame.current?.contains(event.relatedTarget) && setOpen(false)}>
      <button type="button" ref={button} className="btn dropdown-toggle w-100" aria-expanded={open} onClick={() => setOpen(!open)}>{t.more}</button>
      {open ? <ul className="dropdown-menu dropdown-menu-end show list-unstyled dl-more" data-bs-popper="static" tabIndex={-1}>{children(close)}</ul> : null}
    </div>
  );
}
