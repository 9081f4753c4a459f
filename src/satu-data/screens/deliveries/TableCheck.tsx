import { useId } from 'react';
import { ProblemNote, useLanguage, useT } from 'tertib/screens';
import type { Room } from '../../room/room.schemas.js';
import { useStopCheck } from './calls.js';
import { deliveriesWords } from './deliveries-words.js';

/** How far the check of a large table is, and the way to stop it. */
export function TableCheck({ requestId, datasetId, check: { fileId, state, stage, progress, reason } }: { requestId: string; datasetId: string; check: NonNullable<Room['datasets'][number]['check']> }) {
  const t = useT(deliveriesWords);
  const language = useLanguage();
  const id = useId();
  const stop = useStopCheck(requestId);
  if (state !== 'running') return <div className="text-secondary">{reason?.[language]} {stage === 'verifying' ? t.checkRunAgain : ''}</div>;
  return (
    <div className="mt-2">
      <div className="d-flex flex-wrap gap-2 justify-content-between align-items-center">
        <span id={id}>{t[`check_${stage}`]} {progress} %</span>
        <button type="button" className="btn" disabled={stop.isPending} onClick={() => stop.mutate({ datasetId, fileId })}>{t.checkStop}</button>
      </div>
      <div className="progress mt-2" role="progressbar" aria-labelledby={id} aria-valuenow={progress} aria-valuemin={0} aria-valuemax={100}><div className="progress-bar" style={{ width: `${progress}%` }} /></div>
      <ProblemNote error={stop.error} />
    </div>
  );
}
