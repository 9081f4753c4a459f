import { EngineRejected, type EngineClient } from '../engine/index.js';

/** Extends a task's lock at half-time while its handler runs; aborts the handler when the lock is lost. */
export function keepLock(engine: EngineClient, taskId: string, workerId: string, duration: number): { readonly signal: AbortSignal; abort(reason: string): void; release(): void } {
  const controller = new AbortController();
  const extend = async (): Promise<void> => {
    try {
      await engine.externalTasks.extendLock(taskId, workerId, duration);
    } catch (error) {
      // An engine that is away may be back before the lock ends; one that says no has given the task away.
      if (error instanceof EngineRejected) controller.abort(new Error('The lock of the task was lost'));
    }
  };
  const timer = setInterval(() => void extend(), duration / 2);
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(new Error(reason)),
    release: () => clearInterval(timer),
  };
}
