import { useCallback, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';

/** What stands behind a button: a click, Enter or Space shows it; Escape, which goes back to the button, and leaving it close it. */
export function useDropdown<Frame extends HTMLElement>() {
  const [open, setOpen] = useState(false);
  const frame = useRef<Frame>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => setOpen(false), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || event.key !== 'Escape') return;
    button.current?.focus();
    close();
  };
  const onBlur = (event: FocusEvent) => {
    if (!frame.current?.contains(event.relatedTarget)) close();
  };
  return { open, close, frame: { ref: frame, onKeyDown, onBlur }, button: { ref: button, 'aria-expanded': open, onClick: () => setOpen(!open) } };
}
