import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LessThan, LessThanOrEqual, Not, type EntityTarget, type FindOptionsOrder, type FindOptionsWhere, type QueryDeepPartialEntity } from 'typeorm';
import type { Clock, Transactions } from '../../../sdk/index.js';
import type { EventName, Events } from '../events.js';

/** What every outbox's rows have. */
export interface QueuedRow {
  id: string;
  state: string;
  attempts: number;
  /** When it may be tried next. While one node sends, this keeps the others away. */
  nextAt: Date;
  lastError: string | null;
  createdAt: Date;
}

/** What a queue stands on. */
export interface QueueParts {
  readonly database: Transactions;
  readonly clock: Clock;
  readonly events: Events;
}

interface QueueOptions<Row> {
  readonly entity: EntityTarget<Row & object>;
  /** What says that there may be something to send, beside the time. */
  readonly wakes: readonly EventName[];
  /** Milliseconds; longer than a delivery may take: after a crash the row is free again, and goes out under its old id. */
  readonly lease: number;
  /** Days for which rows that are done with are kept. */
  readonly keepDays: number;
  /** Whether the rest waits for the next look where one could not be delivered: all go to one receiver, and a dead one would hold up each of them. */
  readonly stopAtFailure: boolean;
}

const LOOK_EVERY = 15_000;
const DAY = 24 * 3_600_000;

/** Takes the due rows of an outbox to whoever they are for, at least once and each under its own id. Several nodes may do so at once. */
export abstract class OutboxQueue<Row extends QueuedRow> implements OnApplicationBootstrap, OnModuleDestroy {
  protected readonly logger = new Logger(this.constructor.name);
  private running: Promise<void> = Promise.resolve();
  private pending = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private subscriptions: (() => void)[] = [];
  private cleanedAt = 0;

  constructor(
    protected readonly parts: QueueParts,
    private readonly options: QueueOptions<Row>,
  ) {}

  /** False where nothing is set up that could be sent to. */
  protected abstract readonly on: boolean;
  /** Resolves to what changes in the row once it is there. @throws when it is not. */
  protected abstract deliver(row: Row): Promise<Partial<Row>>;
  /** Milliseconds until the next try after the `attempts`-th failure; null: it has failed, and only a person tries it again. */
  protected abstract waitAfter(error: unknown, attempts: number): number | null;

  /** As the log calls it. */
  protected nameOf({ id }: Row): string {
    return id;
  }

  /** What is written into the outbox before the look. */
  protected async fill(): Promise<void> {}

  onApplicationBootstrap(): void {
    if (!this.on) return;
    this.subscriptions = this.options.wakes.map((name) => this.parts.events.on(name, () => void this.look()));
    this.timer = setInterval(() => void this.look(), LOOK_EVERY).unref();
    void this.look();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    for (const end of this.subscriptions) end();
    clearInterval(this.timer);
    await this.running;
  }

  /** Sends what is due; done when a look began after this call and ended. */
  look(): Promise<void> {
    if (this.pending) return this.running;
    this.pending = true;
    this.running = this.running.then(async () => {
      this.pending = false;
      try {
        if (!this.stopped) await this.fill();
        while (!this.stopped && (await this.next()));
        if (!this.stopped) await this.clean();
      } catch (error) {
        this.logger.error(error);
      }
    });
    return this.running;
  }

  /** Answers whether another may follow. */
  private async next(): Promise<boolean> {
    const { database, clock } = this.parts;
    const { entity, lease, stopAtFailure } = this.options;
    const now = clock.now();
    const row = this.on ? ((await database.read.findOne(entity, { where: { state: 'queued', nextAt: LessThanOrEqual(now) } as unknown as FindOptionsWhere<Row & object>, order: { nextAt: 'ASC', id: 'ASC' } as FindOptionsOrder<Row & object> })) as Row | null) : null;
    if (!row) return false;
    const { id, nextAt, attempts } = row;
    const mine = await this.change({ id, state: 'queued', nextAt, attempts }, { nextAt: new Date(now.getTime() + lease), attempts: attempts + 1 });
    if (mine !== 1) return true;
    const [delivered, outcome] = await this.tried(row);
    await this.change({ id }, outcome);
    return delivered || !stopAtFailure;
  }

  private async tried(row: Row): Promise<[delivered: boolean, outcome: object]> {
    try {
      return [true, { state: 'sent', sentAt: this.parts.clock.now(), lastError: null, ...(await this.deliver(row)) }];
    } catch (error) {
      const lastError = error instanceof Error ? error.message : String(error);
      this.logger.warn(`${this.nameOf(row)} was not delivered: ${lastError}`);
      const wait = this.waitAfter(error, row.attempts + 1);
      return [false, wait === null ? { state: 'failed', lastError } : { nextAt: new Date(this.parts.clock.now().getTime() + wait), lastError }];
    }
  }

  private async change(where: object, values: object): Promise<number | undefined> {
    return (await this.parts.database.tx((db) => db.update(this.options.entity, where as FindOptionsWhere<Row & object>, values as QueryDeepPartialEntity<Row & object>))).affected;
  }

  /** Once a day what was done with long ago goes; what still waits stays. */
  private async clean(): Promise<void> {
    const now = this.parts.clock.now().getTime();
    if (now - this.cleanedAt < DAY) return;
    this.cleanedAt = now;
    const old = { state: Not('queued'), createdAt: LessThan(new Date(now - this.options.keepDays * DAY)) };
    await this.parts.database.tx((db) => db.delete(this.options.entity, old as unknown as FindOptionsWhere<Row & object>));
  }
}
