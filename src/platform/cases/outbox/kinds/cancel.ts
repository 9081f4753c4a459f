import { CaseEntity } from '../../entities/index.js';
import { isGone } from '../command-ledger.js';
import type { Kind } from '../command-runner.js';

/** Ends the case's instance at once, with all that it called. */
export const cancelCase: Kind<'cancel'> = async ({ caseId }, { engine, case: row }) => {
  const apply = async (db: Parameters<NonNullable<Awaited<ReturnType<Kind<'cancel'>>>['apply']>>[0]): Promise<void> => {
    await db.update(CaseEntity, { id: caseId }, { state: 'cancelled', endedAt: new Date() });
  };
  if (row.rootInstanceId === null) return { state: 'done', apply };
  try {
    await engine.runtime.deleteProcessInstance(row.rootInstanceId);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
  return { state: 'done', apply };
};
