import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { AuditLog, Clock, Problem, Transactions } from '../../../sdk/index.js';
import { CaseEntity } from '../entities/index.js';
import { Feed } from '../feed/feed.js';
import { CaseRebuild } from './case-rebuild.js';

export type RebuildState = 'never' | 'running' | 'done' | 'cancelled' | 'failed';

/** How far the last rebuild on this node has come. */
export interface RebuildProgress {
  readonly state: RebuildState;
  readonly cases: number;
  readonly done: number;
  /** Cases that the engine no longer knows; they were left as they are. */
  readonly forgotten: number;
  readonly startedAt: Date | null;
  readonly error: string | null;
}

/** So long the feed waits, at most, before it has a turn again. */
const SLICE_MS = 1_000;

/** Makes the read model of all cases anew from what the engine still knows, while people work. */
@Injectable()
export class Rebuild implements BeforeApplicationShutdown {
  private current: RebuildProgress = { state: 'never', cases: 0, done: 0, forgotten: 0, startedAt: null, error: null };
  private stopped = false;

  constructor(
    private readonly feed: Feed,
    private readonly cases: CaseRebuild,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  get progress(): RebuildProgress {
    return this.current;
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
  }

  /** @throws 409 while one is under way. */
  async start(): Promise<RebuildProgress> {
    if (this.current.state === 'running') throw new Problem('rebuild-under-way', 409, { id: 'Penyusunan ulang sedang berjalan.', en: 'A rebuild is under way already.' });
    this.stopped = false;
    this.current = { state: 'running', cases: 0, done: 0, forgotten: 0, startedAt: this.clock.now(), error: null };
    try {
      const ids = (await this.transactions.read.find(CaseEntity, { select: { id: true }, order: { startedAt: 'DESC', id: 'ASC' } })).map(({ id }) => id);
      await this.transactions.tx(() => this.audit.write({ action: 'cases.rebuilt', detail: { cases: ids.length } }));
      this.current = { ...this.current, cases: ids.length };
      void this.work(ids);
    } catch (error) {
      this.fail(error);
      throw error;
    }
    return this.current;
  }

  /** After the case under way. Each is whole by itself, so what is done stays done. */
  cancel(): void {
    this.stopped = true;
  }

  private async work(ids: string[]): Promise<void> {
    try {
      while (ids.length > 0 && !this.stopped) await this.feed.between(() => this.slice(ids));
      await this.feed.sync();
      this.current = { ...this.current, state: ids.length === 0 ? 'done' : 'cancelled' };
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.current = { ...this.current, state: 'failed', error: error instanceof Error ? error.message : String(error) };
  }

  private async slice(ids: string[]): Promise<void> {
    for (const until = Date.now() + SLICE_MS; ids.length > 0 && !this.stopped && Date.now() < until; ) {
      const known = await this.cases.run(ids[0] as string);
      ids.shift();
      this.current = { ...this.current, done: this.current.done + 1, forgotten: this.current.forgotten + (known ? 0 : 1) };
    }
  }
}
