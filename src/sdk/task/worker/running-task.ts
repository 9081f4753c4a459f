import type { EntityManager } from 'typeorm';
import type { LockedExternalTask } from '../../engine/index.js';
import type { Step, StepLedger, TaskContext } from '../task-context.js';

/** The fetched task as its handler sees it. */
export function createContext(task: LockedExternalTask, ledger: StepLedger, signal: AbortSignal): TaskContext {
  const step = <T>(name: string, work: () => Promise<T>): Promise<T> => ledger.remember(task.id, name, work);
  const tx = <T>(name: string, work: (db: EntityManager) => Promise<T>): Promise<T> => ledger.rememberTx(task.id, name, work);
  return {
    id: task.id,
    topic: task.topicName,
    caseId: task.businessKey ?? task.processInstanceId,
    processInstanceId: task.processInstanceId,
    elementId: task.activityId,
    signal,
    step: Object.assign(step, { tx }) as Step,
    idempotencyKey: (name) => `${task.id}:${name}`,
  };
}
