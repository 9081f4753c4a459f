import type { TrialEntity } from './trial.entity.js';
import type { Trial } from './trials.schemas.js';

/** As whoever began it sees it; what kind of result it has, they know. */
export const trialView = <Result>({ id, state, progress, reason, result }: TrialEntity): Trial<Result> => ({ id, state, progress, reason, result: result as Result | null });
