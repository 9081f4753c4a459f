import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { EngineClient, type EngineOptions, type LockedExternalTask } from '../../engine/index.js';
import { HandlerRegistry, type RegisteredHandler } from '../handler-registry.js';
import { StepLedger } from '../task-context.js';
import { AbandonedLocks } from './abandoned-locks.js';
import { deservesWarning } from './away.js';
import { LockKeeper } from './lock-keeper.js';
import { TaskExecutor } from './task-executor.js';
import { TaskFetcher } from './task-fetcher.js';
import { WorkerHooks } from './worker-hooks.js';
import { DEFAULT_LOCK_DURATION, WORKER_OPTIONS, withDefaults, type WorkerOptions } from './worker-options.js';

/** Where the worker fetches from. */
export const ENGINE_OPTIONS = Symbol('tertib:engine-options');

interface Held {
  readonly task: LockedExternalTask;
  readonly handler: RegisteredHandler;
  readonly abort: AbortController;
  readonly lock: LockKeeper;
}

/** Does the external tasks of all registered topics: fetches, runs a bounded number at a time, drains when it is stopped. */
@Injectable()
export class TaskWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(TaskWorker.name);
  private readonly options: Required<WorkerOptions>;
  /** Fresh for every start: the engine does not tell two workers of one name apart. */
  readonly workerId: string;
  private readonly executor: TaskExecutor;
  private readonly waiting: Held[] = [];
  private readonly running = new Map<Held, Promise<void>>();
  private fetcher: TaskFetcher | undefined;
  private readonly abandoned: AbandonedLocks;
  private stopping = false;

  constructor(
    private readonly registry: HandlerRegistry,
    private readonly engine: EngineClient,
    ledger: StepLedger,
    hooks: WorkerHooks,
    @Inject(ENGINE_OPTIONS) private readonly connection: EngineOptions,
    @Inject(WORKER_OPTIONS) options: WorkerOptions,
  ) {
    this.options = withDefaults(options);
    this.workerId = `${this.options.node || 'tertib'}/${randomUUID()}`;
    this.abandoned = new AbandonedLocks(engine.externalTasks, this.options.node, this.workerId, this.options.asyncResponseTimeout);
    this.executor = new TaskExecutor(engine.externalTasks, this.workerId, ledger, hooks);
  }

  onApplicationBootstrap(): void {
    this.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  start(): void {
    const topics = this.registry.externalTasks().map(({ topic, lockDuration }) => ({ topic, lockDuration: lockDuration ?? DEFAULT_LOCK_DURATION }));
    if (topics.length === 0 || this.fetcher) return;
    const { maxTasks, asyncResponseTimeout } = this.options;
    const onError = (error: unknown, failures: number): void => {
      if (deservesWarning(error, failures)) this.logger.warn(`No tasks can be fetched: ${String(error)}`);
    };
    this.fetcher = new TaskFetcher({ engine: this.connection, workerId: this.workerId, maxTasks, asyncResponseTimeout, topics }, (tasks) => this.receive(tasks), onError);
    this.fetcher.poll();
    if (this.options.node) this.abandoned.start();
  }

  /** Fetches no more, gives waiting tasks back, waits for running ones, aborts them when the grace is over. */
  async stop(): Promise<void> {
    if (this.stopping || !this.fetcher) return;
    this.stopping = true;
    this.fetcher.stop();
    this.abandoned.stop();
    for (const held of this.waiting.splice(0)) held.lock.release();
    const done = Promise.allSettled(this.running.values());
    const force = setTimeout(() => {
      for (const held of this.running.keys()) held.abort.abort(new Error('The application stops'));
    }, this.options.grace);
    await Promise.race([done, new Promise((resolve) => setTimeout(resolve, this.options.grace + 2_000).unref())]);
    clearTimeout(force);
    await this.giveBack();
  }

  private receive(tasks: LockedExternalTask[]): void {
    for (const task of tasks) {
      const handler = this.registry.externalTask(task.topicName);
      if (handler) this.waiting.push(this.hold(task, handler));
    }
    this.next();
  }

  private hold(task: LockedExternalTask, handler: RegisteredHandler): Held {
    const abort = new AbortController();
    const lockDuration = handler.lockDuration ?? DEFAULT_LOCK_DURATION;
    const lock = new LockKeeper(this.engine.externalTasks, { id: task.id, workerId: this.workerId, lockDuration }, (reason) => abort.abort(reason));
    return { task, handler, abort, lock };
  }

  private next(): void {
    while (!this.stopping && this.running.size < this.options.concurrency) {
      const held = this.waiting.shift();
      if (!held) break;
      this.running.set(held, this.run(held));
    }
    // Fetching goes on before the last one is taken up, so that handlers never wait for a poll.
    if (this.waiting.length < this.options.concurrency) setImmediate(() => this.fetcher?.poll());
  }

  private async run(held: Held): Promise<void> {
    if (!held.abort.signal.aborted) await this.executor.execute(held.task, held.handler, held.abort.signal);
    held.lock.release();
    this.running.delete(held);
    this.next();
  }

  /** Also finds what the engine locked for a poll whose answer we no longer heard. */
  private async giveBack(): Promise<void> {
    try {
      const mine = await this.engine.externalTasks.externalTasks({ workerId: this.workerId });
      await Promise.allSettled(mine.map((task) => this.engine.externalTasks.unlock(task.id)));
    } catch {
      // The engine is away: the locks run out by themselves.
    }
  }
}
