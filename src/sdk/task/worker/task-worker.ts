import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { EngineClient, type EngineOptions, type LockedExternalTask } from '../../engine/index.js';
import { HandlerRegistry, type RegisteredHandler } from '../handler-registry.js';
import { StepLedger } from '../steps/index.js';
import { AbandonedLocks } from './abandoned-locks.js';
import { Circuit } from './circuit.js';
import { EngineTasks } from './engine-tasks.js';
import { Lane } from './lane.js';
import { LockKeeper } from './lock-keeper.js';
import { TaskExecutor } from './task-executor.js';
import { TaskFetcher } from './task-fetcher.js';
import { TaskQueue } from './task-queue.js';
import { WorkerHooks } from './worker-hooks.js';
import { WorkerWarnings } from './worker-warnings.js';
import { DEFAULT_LOCK_DURATION, WORKER_OPTIONS, withDefaults, type WorkerOptions } from './worker-options.js';

/** Where the worker fetches from. */
export const ENGINE_OPTIONS = Symbol('tertib:engine-options');

interface Held {
  readonly task: LockedExternalTask;
  readonly handler: RegisteredHandler;
  readonly lane: Lane;
  readonly abort: AbortController;
  readonly lock: LockKeeper;
}

const urgency = (a: Held, b: Held): number => (b.handler.priority ?? 0) - (a.handler.priority ?? 0) || (b.task.priority ?? 0) - (a.task.priority ?? 0);

/** Does the external tasks of all registered topics: fetches, runs a bounded number at a time, drains when it is stopped. @internal */
@Injectable()
export class TaskWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly options: Required<WorkerOptions>;
  /** Fresh for every start: the engine does not tell two workers of one name apart. */
  readonly workerId: string;
  private readonly warnings = new WorkerWarnings(new Logger(TaskWorker.name));
  private readonly circuit = new Circuit((away) => this.warnings.away(away));
  private readonly polls: EngineClient['externalTasks'];
  private readonly tasks: EngineTasks;
  private readonly executor: TaskExecutor;
  private readonly waiting = new TaskQueue<Held>(urgency);
  private readonly running = new Map<Held, Promise<void>>();
  private readonly fetchers: TaskFetcher[] = [];
  private readonly abandoned: AbandonedLocks;
  private stopping = false;

  constructor(
    private readonly registry: HandlerRegistry,
    engine: EngineClient,
    ledger: StepLedger,
    hooks: WorkerHooks,
    @Inject(ENGINE_OPTIONS) connection: EngineOptions,
    @Inject(WORKER_OPTIONS) options: WorkerOptions,
  ) {
    this.options = withDefaults(options);
    this.workerId = `${this.options.node || 'tertib'}/${randomUUID()}`;
    // Polls are nobody's work: they go under no correlation id.
    this.polls = new EngineClient({ ...connection, correlationId: undefined }).externalTasks;
    this.tasks = new EngineTasks(engine.externalTasks, this.circuit);
    this.abandoned = new AbandonedLocks(this.tasks, this.options.node, this.workerId, this.options.asyncResponseTimeout);
    this.executor = new TaskExecutor(this.tasks, this.workerId, ledger, hooks);
  }

  /** Ids of the tasks that it runs or is about to. */
  get held(): ReadonlySet<string> {
    return new Set([...this.running.keys(), ...this.waiting].map(({ task }) => task.id));
  }

  onApplicationBootstrap(): void {
    this.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  start(): void {
    const handlers = this.registry.externalTasks();
    if (handlers.length === 0 || this.fetchers.length > 0) return;
    const lanes = new Map<string, RegisteredHandler[]>();
    for (const handler of handlers) {
      // One with a limit has a lane of its own, in which its former names are as well.
      const lane = handler.concurrency === undefined ? '' : handler.source;
      lanes.set(lane, [...(lanes.get(lane) ?? []), handler]);
    }
    for (const together of lanes.values()) this.open(together, together[0]?.concurrency);
    this.fetch();
    if (this.options.node) this.abandoned.start();
  }

  /** Fetches no more, gives waiting tasks back, waits for running ones, aborts them when the grace is over. */
  async stop(): Promise<void> {
    if (this.stopping || this.fetchers.length === 0) return;
    this.stopping = true;
    for (const fetcher of this.fetchers) fetcher.stop();
    this.abandoned.stop();
    for (const held of this.waiting.empty()) held.lock.release();
    const done = Promise.allSettled(this.running.values());
    const force = setTimeout(() => {
      this.circuit.stop();
      for (const held of this.running.keys()) held.abort.abort(new Error('The application stops'));
    }, this.options.grace);
    await Promise.race([done, new Promise((resolve) => setTimeout(resolve, this.options.grace + 2_000).unref())]);
    clearTimeout(force);
    this.circuit.stop();
    this.warnings.stop();
    await this.giveBack();
  }

  private open(handlers: readonly RegisteredHandler[], limit: number | undefined): void {
    const { concurrency, maxTasks, asyncResponseTimeout } = this.options;
    const lane = new Lane(limit, concurrency, maxTasks);
    const topics = handlers.map(({ topic, lockDuration }) => ({ topicName: topic, lockDuration: lockDuration ?? DEFAULT_LOCK_DURATION }));
    const options = { workerId: this.workerId, asyncResponseTimeout, topics };
    const receive = (tasks: LockedExternalTask[]): void => this.receive(tasks, lane);
    this.fetchers.push(new TaskFetcher(this.polls, options, this.circuit, () => lane.room, receive, (error) => this.warnings.refused(error)));
  }

  private receive(tasks: LockedExternalTask[], lane: Lane): void {
    this.warnings.accepted();
    for (const task of tasks) {
      const handler = this.registry.externalTask(task.topicName);
      if (!handler) continue;
      lane.waiting++;
      this.waiting.add(this.hold(task, handler, lane));
    }
    this.next();
  }

  private hold(task: LockedExternalTask, handler: RegisteredHandler, lane: Lane): Held {
    const abort = new AbortController();
    const lockDuration = handler.lockDuration ?? DEFAULT_LOCK_DURATION;
    const lock = new LockKeeper(this.tasks, { id: task.id, workerId: this.workerId, lockDuration }, (reason) => abort.abort(reason));
    return { task, handler, lane, abort, lock };
  }

  private next(): void {
    while (!this.stopping && this.running.size < this.options.concurrency) {
      const held = this.waiting.take();
      if (!held) break;
      held.lane.waiting--;
      held.lane.running++;
      this.running.set(held, this.run(held));
    }
    // Fetching goes on before the last one is taken up, so that handlers never wait for a poll.
    setImmediate(() => this.fetch());
  }

  private fetch(): void {
    for (const fetcher of this.fetchers) fetcher.poll();
  }

  private async run(held: Held): Promise<void> {
    if (!held.abort.signal.aborted) await this.executor.execute(held.task, held.handler, held.abort.signal);
    held.lock.release();
    held.lane.running--;
    this.running.delete(held);
    this.next();
  }

  /** Also finds what the engine locked for a poll whose answer we no longer heard. */
  private async giveBack(): Promise<void> {
    try {
      const mine = await this.tasks.externalTasks({ workerId: this.workerId });
      await Promise.allSettled(mine.map((task) => this.tasks.unlock(task.id)));
    } catch {
      // The engine is away: the locks run out by themselves.
    }
  }
}
