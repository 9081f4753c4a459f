import { EngineRejected } from '../../engine/index.js';
import type { EngineTasks } from './engine-tasks.js';

/** Extends a task's lock at half-time for as long as it is held here; says when it is lost. */
export class LockKeeper {
  private timer: NodeJS.Timeout | undefined;
  private expires: number;
  private released = false;

  constructor(
    private readonly tasks: Pick<EngineTasks, 'extendLock'>,
    private readonly task: { readonly id: string; readonly workerId: string; readonly lockDuration: number },
    private readonly onLost: (reason: Error) => void,
  ) {
    this.expires = Date.now() + task.lockDuration;
    this.plan(task.lockDuration / 2);
  }

  release(): void {
    this.released = true;
    clearTimeout(this.timer);
  }

  private plan(delay: number): void {
    this.timer = setTimeout(() => void this.extend(), delay);
    this.timer.unref();
  }

  private async extend(): Promise<void> {
    const { id, workerId, lockDuration } = this.task;
    const asked = Date.now();
    // An engine that is away lets us wait, perhaps for longer than the lock lasts: then another worker may have the task.
    this.timer = setTimeout(() => this.lost(new Error('The lock ran out while the engine was away')), this.expires - asked);
    this.timer.unref();
    try {
      await this.tasks.extendLock(id, workerId, lockDuration);
      if (this.released) return;
      clearTimeout(this.timer);
      this.expires = asked + lockDuration;
      this.plan(lockDuration / 2);
    } catch (error) {
      if (this.released) return;
      if (error instanceof EngineRejected) return this.lost(error);
      clearTimeout(this.timer);
      // The engine may only be away for a moment, and the lock still ours.
      this.plan(Math.min(1_000, lockDuration / 10));
    }
  }

  private lost(reason: Error): void {
    this.release();
    this.onLost(reason);
  }
}
