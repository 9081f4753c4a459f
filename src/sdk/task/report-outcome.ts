import { setTimeout as sleep } from 'node:timers/promises';
import { EngineRejected, EngineUnavailable, type EngineClient } from '../engine/index.js';
import type { Outcome } from './outcome.js';

const TRIES = 5;

/**
 * Tells the engine the outcome. Answers whether it took it: false where somebody else has the task or has done it, or where
 * the engine stays away (the lock ends, and the task is done again from its last step).
 *
 * A completion refused for a lasting reason becomes an incident: left alone, the engine would hand the task out for ever.
 */
export async function reportOutcome(engine: EngineClient, taskId: string, workerId: string, outcome: Outcome): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      await tell(engine, taskId, workerId, outcome);
      return true;
    } catch (error) {
      if (error instanceof EngineRejected && (error.status === 404 || lockLost(error))) return false;
      if (error instanceof EngineRejected && outcome.kind !== 'failure') return reportOutcome(engine, taskId, workerId, refused(error));
      if (!(error instanceof EngineUnavailable) || attempt === TRIES) return false;
      await sleep(attempt * 200);
    }
  }
}

function tell(engine: EngineClient, id: string, workerId: string, outcome: Outcome): Promise<void> {
  switch (outcome.kind) {
    case 'complete':
      return engine.externalTasks.complete(id, workerId, outcome.variables);
    case 'business-error':
      return engine.externalTasks.bpmnError(id, { workerId, errorCode: outcome.code, errorMessage: outcome.message.slice(0, 600), variables: outcome.variables });
    case 'failure':
      return engine.externalTasks.failure(id, { workerId, errorMessage: outcome.message.slice(0, 600), errorDetails: outcome.details, retries: outcome.retries, retryTimeout: outcome.delay });
  }
}

const lockLost = (error: EngineRejected): boolean => error.status === 400 && /lock|worker/i.test(error.message);

const refused = (error: EngineRejected): Outcome => ({
  kind: 'failure',
  message: `The engine refused the result: ${error.message}`,
  details: error.stack ?? error.message,
  retries: 0,
  delay: 0,
});
