import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LessThan, MoreThan, Not } from 'typeorm';
import { Arrivals, Clock } from '../../../sdk/index.js';
import { Database, requestContext, UnderWay } from '../../kernel/index.js';
import { WaitingNodeEntity } from './waiting-node.entity.js';

const TELL_EVERY_MS = 5_000;
/** Nearly every request is through sooner: then nothing is written. */
const LONG_MS = 5_000;
/** A node that has said nothing for so long has ended, and with it what waited there: nobody was told that it was saved. */
const GONE_MS = 60_000;

/** What has come and waits: here by memory, on other nodes by what they say of themselves in the database. */
@Injectable()
export class ArrivalsService extends Arrivals implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(ArrivalsService.name);
  private readonly node = randomUUID();
  private timer: NodeJS.Timeout | undefined;
  private told = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly underWay: UnderWay,
  ) {
    super();
  }

  now(): Date {
    return requestContext.arrivedAt(this.clock.now());
  }

  async through(moment: Date): Promise<boolean> {
    const oldest = this.oldest();
    if (oldest !== null && oldest < moment) return false;
    const others = { node: Not(this.node), oldest: LessThan(moment), seenAt: MoreThan(new Date(this.clock.now().getTime() - GONE_MS)) };
    return !(await this.database.read.existsBy(WaitingNodeEntity, others));
  }

  /** SQLite has one node, which needs nobody's word. */
  onApplicationBootstrap(): void {
    if (this.database.writer.options.type !== 'postgres') return;
    this.timer = setInterval(() => void this.tell().catch((error: unknown) => this.logger.warn(error)), TELL_EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    if (this.told) await this.forget();
  }

  /** Says to other nodes what waits here for long, and once that nothing does any more. */
  async tell(): Promise<void> {
    const oldest = this.oldest();
    const seenAt = this.clock.now();
    if (oldest === null || seenAt.getTime() - oldest.getTime() < LONG_MS) return this.told ? this.forget() : undefined;
    this.told = true;
    await this.database.tx((db) => db.upsert(WaitingNodeEntity, { node: this.node, oldest, seenAt }, ['node']));
  }

  private async forget(): Promise<void> {
    await this.database.tx((db) => db.delete(WaitingNodeEntity, { node: this.node }));
    this.told = false;
  }

  private oldest(): Date | null {
    const oldest = this.underWay.oldest();
    return oldest === null ? null : new Date(this.clock.now().getTime() - Math.round(performance.now() - oldest));
  }
}
