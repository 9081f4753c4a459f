import { useId, useState } from 'react';
import type { CheckAnswer } from '../../../../api/index.js';
import { useLanguage, useT } from '../../../i18n/index.js';
import { ProblemNote } from '../../../ui/index.js';
import { words } from '../../words.js';

type Background = NonNullable<CheckAnswer['background']>;

/** How far the server is with a table that is too large to be checked at once; and the ways to stop it, and to begin again. */
export function BackgroundCheck({ background, onStop, onAgain }: { background: Background; onStop?: () => Promise<void>; onAgain?: () => Promise<void> }) {
  const t = useT(words);
  const language = useLanguage();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const { state, stage, progress, reason } = background;
  const press = async (act: () => Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    await act().catch(setFailure);
    setBusy(false);
  };
  if (state === 'done' || state === 'refused') return null;
  if (state === 'running') {
    return (
      <div className="border rounded p-2 mb-2">
        <div className="d-flex flex-wrap gap-2 justify-content-between align-items-center">
          <span id={id}>{t[`stage_${stage}`]} {progress} %</span>
          {onStop ? <button type="button" className="btn" disabled={busy} onClick={() => void press(onStop)}>{t.stopCheck}</button> : null}
        </div>
        <div className="progress mt-2" role="progressbar" aria-labelledby={id} aria-valuenow={progress} aria-valuemin={0} aria-valuemax={100}><div className="progress-bar" style={{ width: `${progress}%` }} /></div>
        <p className="text-secondary small mt-2 mb-0">{t.backgroundHint}</p>
        <ProblemNote error={failure} />
      </div>
    );
  }
  return (
    <div className={`alert ${state === 'failed' ? 'alert-danger' : 'alert-warning'} py-2 mb-2`}>
      <p className="mb-2">{reason?.[language]} {t.unchecked}</p>
      {onAgain ? <button type="button" className="btn" disabled={busy} onClick={() => void press(onAgain)}>{t.checkAgain}</button> : null}
      <ProblemNote error={failure} />
    </div>
  );
}
