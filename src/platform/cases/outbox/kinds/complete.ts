import { EngineRejected, fromEngineTime } from '../../../../sdk/index.js';
import { TaskEntity } from '../../entities/index.js';
import type { CommandResult } from '../command-result.js';
import type { Kind } from '../command-runner.js';
import { restoredVariables } from '../kept-variables.js';

/**
 * Completes a user task. Nobody but us completes tasks, so one that is `completed` already was completed by an earlier
 * delivery of this very command whose answer was lost; one that ended otherwise was interrupted before we came.
 */
export const completeTask: Kind<'complete'> = async ({ payload: { taskId, variables } }, { engine, now }) => {
  try {
    await engine.tasks.completeTask(taskId, restoredVariables(variables));
    return done(taskId, now());
  } catch (error) {
    if (!(error instanceof EngineRejected)) throw error;
    const [task] = await engine.history.tasks({ taskId });
    if (task && task.endTime === null) throw error;
    if (task?.endTime && task.deleteReason === 'completed') return done(taskId, fromEngineTime(task.endTime));
    return interrupted(taskId, now(), task?.deleteReason ?? 'unknown to the engine');
  }
};

const done = (id: string, completedAt: Date): CommandResult => ({
  state: 'done',
  apply: async (db) => void (await db.update(TaskEntity, { id, state: 'completing' }, { state: 'completed', completedAt })),
});

const interrupted = (id: string, completedAt: Date, reason: string): CommandResult => ({
  state: 'conflict',
  reason,
  apply: async (db) => void (await db.update(TaskEntity, { id }, { state: 'cancelled', completedAt })),
});
