import { EngineRejected } from '../../../../sdk/index.js';
import { CaseEntity } from '../../entities/index.js';
import type { Kind } from '../command-runner.js';

/** Ends the case's instance at once, with all that it called. One that is over already is not known any more. */
export const cancelCase: Kind<'cancel'> = async ({ caseId }, { engine, case: row, now }) => {
  try {
    if (row.rootInstanceId !== null) await engine.runtime.deleteProcessInstance(row.rootInstanceId);
  } catch (error) {
    if (!(error instanceof EngineRejected) || error.status !== 404) throw error;
  }
  return { state: 'done', apply: async (db) => void (await db.update(CaseEntity, { id: caseId }, { state: 'cancelled', endedAt: now() })) };
};
