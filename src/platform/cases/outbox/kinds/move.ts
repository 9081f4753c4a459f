import { EngineRejected } from '../../../../sdk/index.js';
import type { Kind } from '../command-runner.js';

/** Takes a token from where it stands to another step of its instance. One that is not there any more was moved by an earlier delivery, or went on by itself. */
export const moveToken: Kind<'move'> = async ({ attempts, payload: { instanceId, activityId, to, reason } }, { engine }) => {
  try {
    await engine.runtime.moveToken(instanceId, { activityInstanceId: activityId, to, annotation: reason });
    return { state: 'done' };
  } catch (error) {
    if (!(error instanceof EngineRejected) || !/not exist|doesn't exist|is null/i.test(error.message)) throw error;
    return attempts > 1 ? { state: 'done' } : { state: 'conflict', reason: error.message };
  }
};
