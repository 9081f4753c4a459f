import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useT } from '../i18n/index.js';
import { common } from '../words.js';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
}

/** The browser's own dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ title, onClose, children, footer, wide }: Props) {
  const t = useT(common);
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
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
