import { setTimeout as sleep } from 'node:timers/promises';
import { CommandEntity, Deliverer, Feed } from '../../platform/cases/index.js';
import { Database, Events } from '../../platform/kernel/index.js';
import { Clock, TaskWorker } from '../../sdk/index.js';
import type { INestApplicationContext } from '@nestjs/common';
import type { EngineWork } from '../engine/test-engine.js';

/** Between two looks at what nobody announces, which are continuations inside the engine; longer each time, up to the second. */
const GLANCE_MS = [5, 50] as const;

type TaskOfEngine = EngineWork['externalTasks'][number];

/** Knows when nothing goes on by itself any more: people, messages or time must do the next thing. */
export class Quiet {
  private readonly database: Database;
  private readonly deliverer: Deliverer;
  private readonly feed: Feed;
  private readonly worker: TaskWorker;
  private readonly clock: Clock;
  private readonly events: Events;
  private moves = 0;
  /** How many moves there were when all was quiet last. */
  private quietAfter = -1;
  /** As the engine said last. */
  private work: EngineWork = { jobs: [], externalTasks: [], nextTimer: null };

  constructor(
    application: INestApplicationContext,
    private readonly look: () => Promise<EngineWork>,
    private readonly patience: number,
  ) {
    const part = <T>(type: abstract new (...args: never[]) => T): T => application.get(type, { strict: false });
    [this.database, this.deliverer, this.feed] = [part(Database), part(Deliverer), part(Feed)];
    [this.worker, this.clock, this.events] = [part(TaskWorker), part(Clock), part(Events)];
    this.events.on('engine.moved', () => this.moves++);
    // Each move would have it read at once, and once more when all is quiet.
    this.feed.onlyWhenAsked();
  }

  /**
   * Waits for commands on their way to the engine, its continuations and the handlers' tasks, and until our records show it. A task
   * that waits for its next try, or has become an incident, is quiet.
   *
   * @throws when it does not end, saying what goes on.
   */
  async settle(): Promise<void> {
    let glance: number = GLANCE_MS[0];
    for (const deadline = Date.now() + this.patience; ; ) {
      const before = this.moves;
      const busy = await this.underWay();
      if (busy === null) {
        await this.feed.sync();
        // What our records show since may have asked for more.
        if (before === this.moves && !(await this.isPending())) {
          this.quietAfter = before;
          return;
        }
      }
      if (Date.now() > deadline) throw new Error(`After ${this.patience} ms the procedure still works by itself: ${busy ?? 'it moves without an end'}. Give the test more patience, or mend what does not end.`);
      if (busy !== null) await this.nextMove(glance);
      glance = before === this.moves ? Math.min(glance * 2, GLANCE_MS[1]) : GLANCE_MS[0];
    }
  }

  /** The same before an action: nothing to wait for where nothing has moved since all was quiet. */
  async stillQuiet(): Promise<void> {
    if (this.quietAfter !== this.moves || (await this.isPending())) await this.settle();
  }

  /** The timer that is due next, as it was when all was quiet last. */
  get nextTimer(): EngineWork['nextTimer'] {
    return this.work.nextTimer;
  }

  /** Tasks whose handler failed, and which the engine gives out again later; as it was when all was quiet last. */
  get waitingForRetry(): readonly (TaskOfEngine & { readonly at: Date })[] {
    return this.work.externalTasks.flatMap((task) => (this.isBackingOff(task) ? [{ ...task, at: new Date(String(task.lockExpirationTime)) }] : []));
  }

  private isPending(): Promise<boolean> {
    return this.database.read.existsBy(CommandEntity, { state: 'pending' });
  }

  private async underWay(): Promise<string | null> {
    if (this.worker.held.size > 0) return 'handlers are at work';
    const [command] = await this.database.read.find(CommandEntity, { where: { state: 'pending' }, order: { nextAt: 'ASC' }, take: 1 });
    if (command) return this.commandOnItsWay(command);
    this.work = await this.look();
    const [job] = this.work.jobs;
    if (job) return `a continuation of instance ${job.processInstanceId}${job.exceptionMessage ? `, which fails: ${job.exceptionMessage}` : ''}`;
    const task = this.work.externalTasks.find((one) => !this.isBackingOff(one));
    return task ? `"${task.topicName}" at ${task.activityId}` : null;
  }

  /** A task that has failed keeps its lock for as long as it waits. */
  private isBackingOff({ id, errorMessage, lockExpirationTime }: TaskOfEngine): boolean {
    return errorMessage !== null && lockExpirationTime !== null && new Date(lockExpirationTime) > this.engineNow && !this.worker.held.has(id);
  }

  /** Set by whoever moves time: the engine's clock, which stands. */
  engineNow = new Date(0);

  /** One that the engine refused is tried again after a moment of the machine's time, for which ours does not move. */
  private async commandOnItsWay({ id, kind, caseId, nextAt, error }: CommandEntity): Promise<string> {
    const wait = nextAt.getTime() - this.clock.now().getTime();
    if (wait > 0) {
      await sleep(wait);
      await this.database.tx((db) => db.update(CommandEntity, { id, state: 'pending' }, { nextAt: this.clock.now() }));
    }
    this.deliverer.nudge();
    return `"${kind}" of case ${caseId} on its way to the engine${error ? `, which says: ${error}` : ''}`;
  }

  private nextMove(atMost: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        unsubscribe();
        resolve();
      };
      const timer = setTimeout(end, atMost);
      const unsubscribe = this.events.on('engine.moved', end);
    });
  }
}
