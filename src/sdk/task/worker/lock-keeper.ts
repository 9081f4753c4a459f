import { EngineRejected, type ExternalTaskApi } from '../../engine/index.js';

/** Extends a task's lock at half-time for as long as it is held here; says when it is lost. */
export class LockKeeper {
  private timer: NodeJS.Timeout | undefined;
  private expires: number;
  private released = false;

  constructor(
    private readonly tasks: Pick<ExternalTaskApi, 'extendLock'>,
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
    try {
      await this.tasks.extendLock(id, workerId, lockDuration);
      this.expires = asked + lockDuration;
      if (!this.released) this.plan(lockDuration / 2);
    } catch (error) {
      if (this.released) return;
      // The engine may only be away for a moment, and the lock still ours.
      if (error instanceof EngineRejected || Date.now() >= this.expires) this.onLost(error as Error);
      else this.plan(Math.min(1_000, lockDuration / 10));
    }
  }
}
