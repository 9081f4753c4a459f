import { useId } from 'react';
import { useFormat, useT } from 'tertib/screens';
import { useWriting } from './calls.js';
import { codeWords } from './words.js';

/** How far the server is with a version of many codes; first it reads the file once more. Of another's version only where one is on its way. */
export function Saving({ scheme, mine = true }: { scheme: string; mine?: boolean }) {
  const t = useT(codeWords);
  const format = useFormat();
  const id = useId();
  const writing = useWriting(scheme, mine);
  if (!mine && !writing) return null;
  const percent = writing && writing.total > 0 ? Math.floor((writing.written / writing.total) * 100) : 0;
  return (
    <div className="my-3">
      <div id={id} role="status">{writing ? t.savingOf(format.number(writing.written), format.number(writing.total)) : t.savingBegins}</div>
      <div className="progress mt-1" role="progressbar" aria-labelledby={id} aria-valuemin={0} aria-valuemax={100} {...(writing && { 'aria-valuenow': percent })}>
        <div className={`progress-bar${writing ? '' : ' progress-bar-indeterminate'}`} style={writing ? { width: `${percent}%` } : undefined} />
      </div>
      <p className="text-secondary small mt-1 mb-0">{t.savingHint}</p>
    </div>
  );
}
