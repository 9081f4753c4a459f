import { EngineRejected } from '../../../../sdk/index.js';
import type { Kind } from '../command-runner.js';
import { restoredVariables } from '../kept-variables.js';

/** Hands a message to the instance of the case that waits for it. */
export const correlateMessage: Kind<'correlate'> = async (command, { engine }) => {
  const { message, variables, where } = command.payload;
  try {
    await engine.runtime.correlateMessage({ messageName: message, businessKey: command.caseId, variables: restoredVariables(variables), ...(where && { correlationKeys: { [where.name]: where.value } }) });
    return { state: 'done' };
  } catch (error) {
    // Nobody waits: an earlier delivery was heard, or what would have waited is over.
    if (error instanceof EngineRejected && error.status === 400) return { state: 'conflict', reason: error.message };
    throw error;
  }
};
