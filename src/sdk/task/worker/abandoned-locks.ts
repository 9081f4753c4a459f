import type { EngineTasks } from './engine-tasks.js';

const EVERY_MS = 1_000;

/**
 * Frees what an earlier start of this node still holds. The engine answers a long poll whose asker has been killed, and
 * reserves tasks for nobody: for as long as such a poll can last after our start, we look for them.
 */
export class AbandonedLocks {
  private timer: NodeJS.Timeout | undefined;
  private readonly until: number;

  constructor(
    private readonly tasks: Pick<EngineTasks, 'externalTasks' | 'unlock'>,
    private readonly node: string,
    private readonly workerId: string,
    longestPoll: number,
  ) {
    this.until = Date.now() + longestPoll + 5_000;
  }

  start(): void {
    this.timer = setTimeout(() => void this.look(), EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async look(): Promise<void> {
    try {
      const locked = await this.tasks.externalTasks({ locked: true });
      const abandoned = locked.filter(({ workerId }) => workerId !== this.workerId && workerId?.startsWith(`${this.node}/`));
      await Promise.allSettled(abandoned.map(({ id }) => this.tasks.unlock(id)));
    } catch {
      // The engine is away: what it forgets to free ends with its lock.
    }
    if (Date.now() < this.until) this.start();
  }
}
