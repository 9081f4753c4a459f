import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LessThan, MoreThan, Not } from 'typeorm';
import { Arrivals, Clock } from '../../../sdk/index.js';
import { Database, requestContext, UnderWay } from '../../kernel/index.js';
import { NodeWordEntity } from './node-word.entity.js';

const SAY_EVERY_MS = 5_000;
/** A node that has said nothing for so long has ended, and with it what waited there: nobody was told that it was saved. */
const GONE_MS = 60_000;

/**
 * What has come and waits: here by memory, on other nodes by their word in the database. A node is asked for a word that it is through,
 * never for one that something waits: the latter could itself be waiting, and nobody can tell that from silence.
 */
@Injectable()
export class ArrivalsService extends Arrivals implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ArrivalsService.name);
  private readonly node = randomUUID();
  private timer: NodeJS.Timeout | undefined;
  private saying: Promise<void> | undefined;

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
    // Memory first: what comes from here on came after `moment`. What others wrote before they gave their word is committed by then.
    if (this.throughTo(this.clock.now()) < moment) return false;
    return !(await this.database.read.existsBy(NodeWordEntity, { node: Not(this.node), throughTo: LessThan(moment), saidAt: MoreThan(this.gone()) }));
  }

  /** SQLite has one node, which needs nobody's word. Others know of this one before a request can come to it. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.database.severalNodes) return;
    await this.database.aside((db) => db.delete(NodeWordEntity, { saidAt: LessThan(this.gone()) }));
    await this.say();
    this.timer = setInterval(() => void this.again(), SAY_EVERY_MS).unref();
  }

  /** Only once all requests have been answered; until then its last word stands. */
  async onApplicationShutdown(): Promise<void> {
    if (!this.timer) return;
    clearInterval(this.timer);
    await this.saying;
    await this.database.aside((db) => db.delete(NodeWordEntity, { node: this.node }));
  }

  /** Says to other nodes up to when this one is through. The times are of the moment at which the word is written: those of one that waited before it would say that the node has ended. */
  async say(): Promise<void> {
    await this.database.aside((db) => {
      const saidAt = this.clock.now();
      return db.upsert(NodeWordEntity, { node: this.node, throughTo: this.throughTo(saidAt), saidAt }, ['node']);
    });
  }

  /** One after the other, and none that is late already: the next one says more. */
  private again(): Promise<void> {
    return (this.saying ??= this.say().catch((error: unknown) => this.logger.warn(error)).finally(() => (this.saying = undefined)));
  }

  private gone(): Date {
    return new Date(this.clock.now().getTime() - GONE_MS);
  }

  /** When the one that waits longest came, rather a little sooner, and now where nothing waits. */
  private throughTo(now: Date): Date {
    const oldest = this.underWay.oldest();
    return oldest === null ? now : new Date(now.getTime() - Math.ceil(performance.now() - oldest));
  }
}
