import { useEffect, useRef } from 'react';
import type { FieldError } from '../../api/index.js';
import { useT } from '../i18n/index.js';
import { words } from './words.js';

interface Props {
  errors: FieldError[];
  onChoose: (path: string) => void;
}

/** What has to be corrected, with the focus moved to it; each line leads to its field. */
export function ErrorSummary({ errors, onChoose }: Props) {
  const t = useT(words);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!errors.length) return;
    ref.current?.focus();
    ref.current?.scrollIntoView({ block: 'center' });
  }, [errors]);
  if (!errors.length) return null;
  return (
    <div className="alert alert-danger d-block" role="alert" tabIndex={-1} ref={ref}>
      <h3 className="alert-heading">{t.errorTitle(errors.length)}</h3>
      <ul className="mb-0">
        {errors.map((error) => (
          <li key={`${error.path}${error.message}`}>
            <button type="button" className="btn btn-link p-0 text-start align-baseline text-wrap" onClick={() => onChoose(error.path)}>{error.message}</button>
          </li>
        ))}
      </ul>
    </div>
  );
}
