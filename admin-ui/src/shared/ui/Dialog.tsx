import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useT } from '../i18n/index.js';
import { common } from '../words.js';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
}

/** Those that are open, the topmost last. */
const shown: HTMLDialogElement[] = [];

/** The browser's own dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ title, onClose, children, footer, wide }: Props) {
  const t = useT(common);
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const close = useRef(onClose);
  useEffect(() => { close.current = onClose; });
  // Closed while it is still on the page: it gives the focus back no more once it is gone.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    if (!dialog.open) dialog.showModal();
    shown.push(dialog);
    // The key is taken before the browser acts on it: at the next one in a row it would close whatever it was answered, with what is typed inside.
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || shown.at(-1) !== dialog) return;
      event.preventDefault();
      close.current();
    };
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('keydown', escape);
      shown.splice(shown.indexOf(dialog), 1);
      dialog.close();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={`tertib-dialog card ${wide ? 'wide' : ''}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="card-header">
        <h2 className="card-title" id={heading}>{title}</h2>
        <button type="button" className="btn-close ms-auto" aria-label={t.close} onClick={onClose} />
      </div>
      <div className="card-body">{children}</div>
      {footer ? <div className="card-footer d-flex flex-wrap justify-content-end gap-2">{footer}</div> : null}
    </dialog>
  );
}
