import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { EngineClient, EngineRejected, type LockedExternalTask } from '../engine/index.js';
import { HandlerRegistry } from './handler-registry.js';
import { keepLock } from './lock-keeper.js';
import { reportOutcome } from './report-outcome.js';
import { TaskExecutor } from './task-executor.js';
import { WorkerHooks } from './worker-hooks.js';

const POLL_MS = 20_000;
const DEFAULT_LOCK_MS = 60_000;
/** At most one request a second while the engine is away. */
const AWAY_MS = 1_000;
const GRACE_MS = 15_000;

/** Fetches external tasks by long polling and has their handlers run, a bounded number at a time. Stops by draining. */
@Injectable()
export class Worker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** Fresh for every start: the engine does not tell two workers of one name apart. */
  readonly id = `tertib-${randomUUID()}`;
  /** How many handlers run at once. */
  readonly maxTasks = 32;
  private readonly logger = new Logger(Worker.name);
  private readonly running = new Map<Promise<void>, { abort(reason: string): void }>();
  private readonly stopping = new AbortController();
  private loop: Promise<void> = Promise.resolve();
  private away = false;

  constructor(
    private readonly engine: EngineClient,
    private readonly registry: HandlerRegistry,
    private readonly executor: TaskExecutor,
    private readonly hooks: WorkerHooks,
  ) {}

  onApplicationBootstrap(): void {
    if (this.registry.all().length > 0) this.loop = this.poll();
  }

  /** No new tasks; those under way get a grace period, then their signal is aborted. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.loop;
    await Promise.race([Promise.all(this.running.keys()), sleep(GRACE_MS, undefined, { ref: false })]);
    for (const { abort } of this.running.values()) abort('The application stops');
  }

  private async poll(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const free = this.maxTasks - this.running.size;
      if (free === 0) await Promise.race(this.running.keys());
      else for (const task of await this.fetch(free, signal)) this.start(task);
    }
  }

  private async fetch(maxTasks: number, signal: AbortSignal): Promise<LockedExternalTask[]> {
    const topics = this.registry.all().map(({ topic, lockDuration = DEFAULT_LOCK_MS }) => ({ topicName: topic, lockDuration }));
    try {
      const tasks = await this.engine.externalTasks.fetchAndLock({ workerId: this.id, maxTasks, asyncResponseTimeout: POLL_MS, topics }, signal);
      this.setAway(false);
      return tasks;
    } catch (error) {
      if (signal.aborted) return [];
      if (error instanceof EngineRejected) this.logger.error(`The engine refuses to hand out tasks: ${error.message}`);
      this.setAway(true);
      await sleep(AWAY_MS, undefined, { signal }).catch(() => undefined);
      return [];
    }
  }

  private start(task: LockedExternalTask): void {
    const lock = keepLock(this.engine, task.id, this.id, this.registry.handler(task.topicName)?.lockDuration ?? DEFAULT_LOCK_MS);
    const worked = { id: task.id, topic: task.topicName, caseId: task.businessKey ?? '' };
    const work = this.hooks
      .around(worked, async () => {
        const outcome = await this.executor.execute(task, lock.signal);
        lock.release();
        if (!lock.signal.aborted && (await reportOutcome(this.engine, task.id, this.id, outcome))) this.hooks.moved(worked);
      })
      .catch((error: unknown) => this.logger.error(error))
      .finally(() => {
        lock.release();
        this.running.delete(work);
      });
    this.running.set(work, lock);
  }

  private setAway(away: boolean): void {
    if (this.away === away) return;
    this.away = away;
    this.hooks.engine(away ? 'away' : 'back');
  }
}
