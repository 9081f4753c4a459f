import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { EngineUnavailable, fromEngineTime, Transactions } from '../../../sdk/index.js';
import { Events } from '../../kernel/index.js';
import { EngineHealth } from '../engine-health.js';
import { FeedMarkEntity } from '../entities/index.js';
import { Loop } from '../loop.js';
import { EngineReader, type Moves } from './engine-reader.js';
import { FeedWriter } from './feed-writer.js';
import { IncidentSync } from './incident-sync.js';
import { Reconciler } from './reconciler.js';

const REST_MS = 1_000;
/** Before the engine has answered for the first time: it starts beside us, and people wait for both. */
const FIRST_REST_MS = 100;
/** Between polls that moves asked for one after the other: as long as the last one took, so that at most half of the time is spent on them. Who waits for one ends it. */
const LONGEST_PAUSE_MS = 60;
/** The history's times are taken before commit: most rows show within the short overlap, all within the long one. */
const SHORT_OVERLAP_MS = 5_000;
const LONG_OVERLAP_MS = 90_000;
const LONG_EVERY_MS = 15_000;
const RECONCILE_EVERY_MS = 180_000;

/** Follows the engine: what moved there is in our database a moment later. */
@Injectable()
export class Feed implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new Loop(() => this.round(), REST_MS);
  private waiting: (() => void)[] = [];
  private hurry: () => void = () => undefined;
  private works: (() => Promise<void>)[] = [];
  private readUntil: Date | null = null;
  private lastLong = 0;
  private lastReconciled = 0;
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly reader: EngineReader,
    private readonly writer: FeedWriter,
    private readonly incidents: IncidentSync,
    private readonly reconciler: Reconciler,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly health: EngineHealth,
  ) {}

  onApplicationBootstrap(): void {
    this.unsubscribe = this.events.on('engine.moved', () => this.loop.nudge());
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.unsubscribe();
    await this.loop.stop();
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** No longer reads at each move. For a test that asks when all is quiet. */
  onlyWhenAsked(): void {
    this.unsubscribe();
  }

  /** Resolves when the read model holds what the engine knew at the time of the call; at once when the engine is away. */
  sync(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.hurry();
      this.loop.nudge();
    });
  }

  /** Reads all that is open, whatever its time, in the feed's own turn. */
  reconcile(): Promise<void> {
    this.lastReconciled = 0;
    return this.sync();
  }

  /** Does something between two rounds, so that nobody else on this node writes the read model meanwhile. */
  between<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.works.push(() => work().then(resolve, reject));
      this.loop.nudge();
    });
  }

  private async round(): Promise<number> {
    for (const work of this.works.splice(0)) await work();
    const waiting = this.waiting.splice(0);
    const began = performance.now();
    try {
      await this.poll();
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error;
      this.health.report(false);
      return this.readUntil ? REST_MS : FIRST_REST_MS;
    } finally {
      for (const resolve of waiting) resolve();
    }
    await this.pause(Math.min(LONGEST_PAUSE_MS, performance.now() - began));
    return REST_MS;
  }

  private pause(milliseconds: number): Promise<void> {
    if (this.waiting.length > 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async poll(): Promise<void> {
    const now = Date.now();
    const mark = this.readUntil ?? (await this.storedMark());
    const long = now - this.lastLong >= LONG_EVERY_MS;
    const moves = await this.reader.since(new Date(Math.max(0, mark.getTime() - (long ? LONG_OVERLAP_MS : SHORT_OVERLAP_MS))));
    this.health.report(true);
    await this.writer.write(moves);
    await this.incidents.run();
    this.readUntil = latest(moves, mark);
    if (now - this.lastReconciled >= RECONCILE_EVERY_MS) {
      this.lastReconciled = now;
      await this.reconciler.run();
    }
    if (!long) return;
    this.lastLong = now;
    if (this.readUntil > (await this.storedMark())) await this.storeMark(this.readUntil);
  }

  private async storedMark(): Promise<Date> {
    return (await this.transactions.read.findOneBy(FeedMarkEntity, { name: 'history' }))?.readUntil ?? new Date(0);
  }

  private async storeMark(readUntil: Date): Promise<void> {
    await this.transactions.tx((db) => db.upsert(FeedMarkEntity, { name: 'history', readUntil }, ['name']));
  }
}

/** By the engine's own clock, which need not be ours. */
function latest(moves: Moves, mark: Date): Date {
  let most = mark.getTime();
  for (const { startTime, endTime } of [...moves.activities, ...moves.instances]) most = Math.max(most, fromEngineTime(endTime ?? startTime).getTime());
  return new Date(most);
}
