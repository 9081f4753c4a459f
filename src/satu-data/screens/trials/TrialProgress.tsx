import { useId } from 'react';
import { useLanguage, useT } from 'tertib/screens';
import type { Trial } from '../../trials/trials.schemas.js';
import { trialWords } from './trial-words.js';

interface Props {
  trial: Trial<unknown> | undefined;
  isStopping: boolean;
  onStop: () => void;
}

/** How far a trial is, and the way to stop it; why there is no result, where there is none. */
export function TrialProgress({ trial, isStopping, onStop }: Props) {
  const t = useT(trialWords);
  const language = useLanguage();
  const id = useId();
  if (!trial || trial.state === 'done') return null;
  const { state, progress, reason } = trial;
  if (state !== 'running') return <p role="status" className="text-secondary mb-0">{reason?.[language]}</p>;
  return (
    <div>
      <div className="d-flex flex-wrap gap-2 justify-content-between align-items-center">
        <span id={id}>{t.trying} {progress} %</span>
        <button type="button" className="btn" disabled={isStopping} onClick={onStop}>{t.stop}</button>
      </div>
      <div className="progress mt-2" role="progressbar" aria-labelledby={id} aria-valuenow={progress} aria-valuemin={0} aria-valuemax={100}><div className="progress-bar" style={{ width: `${progress}%` }} /></div>
    </div>
  );
}
