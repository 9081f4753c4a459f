import { EngineRejected, fromEngineTime } from '../../../../sdk/index.js';
import { TaskEntity } from '../../entities/index.js';
import type { Kind } from '../command-runner.js';

/**
 * Completes a user task. Nobody but us completes tasks, so one that is `completed` already was completed by an earlier
 * delivery of this very command whose answer was lost; one that ended otherwise was interrupted before we came.
 */
export const completeTask: Kind<'complete'> = async ({ payload }, { engine }) => {
  const { taskId, variables } = payload;
  try {
    await engine.tasks.completeTask(taskId, variables);
    return done(new Date());
  } catch (error) {
    if (!(error instanceof EngineRejected)) throw error;
    const [task] = await engine.history.tasks({ taskId });
    if (task && task.endTime === null) throw error;
    if (task?.deleteReason === 'completed') return done(fromEngineTime(task.endTime as string));
    const reason = task?.deleteReason ?? 'unknown to the engine';
    return { state: 'conflict', reason, apply: (db) => db.update(TaskEntity, { id: taskId }, { state: 'cancelled', completedAt: new Date() }).then(() => undefined) };
  }

  function done(completedAt: Date) {
    return { state: 'done' as const, apply: async (db: Parameters<NonNullable<Awaited<ReturnType<Kind<'complete'>>>['apply']>>[0]) => void (await db.update(TaskEntity, { id: taskId, state: 'completing' }, { state: 'completed', completedAt })) };
  }
};
