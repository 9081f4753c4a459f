import { Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Clock, Text, Transactions } from 'tertib';
import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { UnreadableTable } from '../tables/index.js';
import type { Running } from '../verification/duckdb/index.js';

/** How often progress is written down, and looked whether somebody has stopped it. */
const TICK_MS = 500;
/** Without a word for so long, whoever worked on it is gone. */
const LEFT_MS = 30_000;

/** `refused`: what was given cannot be worked on; `failed`: something of ours did not work, so that it may be tried again. */
export type RunState = 'running' | 'done' | 'stopped' | 'refused' | 'failed';

/** What stands in the database of work in the background. */
export interface RunRecord extends ObjectLiteral {
  id: string;
  state: RunState;
  progress: number;
  reason: Text | null;
  aliveAt: Date;
}

/** What is said of its ends. */
export interface RunWords {
  stopped(by: string): Text;
  readonly diskFull: Text;
  readonly failed: Text;
}

/** Somebody said that it is to stop. */
export class Stopped extends Error {}

/** Work with what stops it, and who is told how far it is. */
export type Work<T> = (running: Required<Pick<Running, 'progress'>> & { readonly signal: AbortSignal }) => Promise<T>;

/** Work that takes longer than anybody waits for an answer: its progress stands in the database, so that any node shows it and anybody's word to stop is heard by the one that works. */
export abstract class BackgroundRuns<R extends RunRecord> implements OnModuleDestroy {
  private readonly logger = new Logger(this.constructor.name);
  private readonly running = new Map<string, { readonly stop: AbortController; readonly done: Promise<unknown> }>();

  constructor(
    private readonly database: Transactions,
    private readonly clock: Clock,
    private readonly record: EntityTarget<R>,
    readonly words: RunWords,
  ) {}

  isLeft({ id, aliveAt }: Pick<RunRecord, 'id' | 'aliveAt'>, now: Date): boolean {
    return !this.running.has(id) && now.getTime() - aliveAt.getTime() > LEFT_MS;
  }

  /** Whether it is ours to work on: of two who ask at the same time, one's. */
  async claim({ id, state, aliveAt }: R, values: Partial<R>): Promise<boolean> {
    return (await this.update({ id, state, aliveAt }, { state: 'running', progress: 0, reason: null, aliveAt: this.clock.now(), ...values })) === 1;
  }

  /** What has been worked out so far is kept, whatever comes after. */
  async note(id: string, values: Partial<R>): Promise<void> {
    await this.update({ id }, values);
  }

  /** Whoever works on it hears of it within a moment. */
  async stop(id: string, reason: Text): Promise<void> {
    await this.update({ id, state: 'running' }, { state: 'stopped', reason });
    this.running.get(id)?.stop.abort(new Stopped(reason.en));
  }

  /** Its end, good or bad, stands in its record; to wait for it is nobody's duty. `ours`: how the record is while it is this work's; once it is another's, this one ends without a word. */
  inBackground(id: string, work: Work<Partial<R>>, ours: FindOptionsWhere<R> = {}): Promise<void> {
    return this.work(id, work, undefined, ours).then((values) => this.update({ ...ours, id }, { ...values, state: 'done', progress: 100 })).then(() => undefined, (error: unknown) => this.failed(id, error, undefined, ours)).catch((error: unknown) => this.logger.error(error));
  }

  /** @throws {Stopped} */
  async work<T>(id: string, work: Work<T>, outer?: AbortSignal, ours: FindOptionsWhere<R> = {}): Promise<T> {
    const stop = new AbortController();
    let progress = 0;
    const tick = setInterval(() => void this.tick({ ...ours, id, state: 'running' }, progress, stop), TICK_MS).unref();
    const onOuter = (): void => stop.abort(outer?.reason);
    outer?.addEventListener('abort', onOuter);
    const done = work({ signal: stop.signal, progress: (fraction) => { progress = Math.floor(fraction * 100); } });
    const mine = { stop, done: done.catch(() => undefined) };
    this.running.set(id, mine);
    try {
      return await done;
    } finally {
      clearInterval(tick);
      outer?.removeEventListener('abort', onOuter);
      if (this.running.get(id) === mine) this.running.delete(id);
    }
  }

  /** Why it ended badly, for who waits for it. `otherwise` is said of what they cannot mend. */
  async failed(id: string, error: unknown, otherwise: Text = this.words.failed, ours: FindOptionsWhere<R> = {}): Promise<void> {
    const record = { ...ours, id };
    // Stopped says so itself; an application that ends leaves it to the next one.
    if (error instanceof Stopped) return;
    if (error instanceof UnreadableTable) return this.end(record, { state: 'refused', reason: error.text });
    if (error instanceof Error && error.message === 'The application ends') return this.end(record, { aliveAt: new Date(0) });
    this.logger.error(error);
    await this.end(record, { state: 'failed', reason: isDiskFull(error) ? this.words.diskFull : otherwise });
  }

  async onModuleDestroy(): Promise<void> {
    const all = [...this.running.values()];
    for (const { stop } of all) stop.abort(new Error('The application ends'));
    await Promise.all(all.map(({ done }) => done));
  }

  private async tick(record: FindOptionsWhere<R>, progress: number, stop: AbortController): Promise<void> {
    try {
      if ((await this.update(record, { progress, aliveAt: this.clock.now() })) === 0) stop.abort(new Stopped('It was stopped.'));
    } catch (error) {
      // The next one tells; what is worked on does not depend on it.
      this.logger.warn(error);
    }
  }

  private async end(record: FindOptionsWhere<R>, values: Partial<RunRecord>): Promise<void> {
    await this.update(record, values);
  }

  /** @returns how many records there were of that kind. */
  private async update(where: Partial<RunRecord> | FindOptionsWhere<R>, values: Partial<RunRecord> | Partial<R>): Promise<number> {
    const { affected } = await this.database.tx((db) => db.update(this.record, where as never, values as never));
    return affected ?? 0;
  }
}

const isDiskFull = (error: unknown): boolean => /ENOSPC|no space left/i.test(String(error instanceof Error ? `${error.message} ${(error as NodeJS.ErrnoException).code ?? ''}` : error));
