import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock, Transactions, type Text } from 'tertib';
import { UnreadableTable } from '../tables/index.js';
import type { Running } from '../verification/duckdb/index.js';
import { LargeTableEntity, type LargeStage } from './large-table.entity.js';

/** How often progress is written down, and looked whether somebody has stopped it. */
const TICK_MS = 500;
/** Without a word for so long, whoever worked on it is gone. */
const LEFT_MS = 30_000;

/** Somebody said that it is to stop. */
export class Stopped extends Error {}

type Work<T> = (running: Required<Pick<Running, 'progress'>> & { readonly signal: AbortSignal }) => Promise<T>;

/** Work on large tables: its progress stands in the database, so that any node shows it and anybody's word to stop is heard by the one that works. */
@Injectable()
export class LargeRuns implements OnModuleDestroy {
  private readonly logger = new Logger(LargeRuns.name);
  private readonly running = new Map<string, { readonly stop: AbortController; readonly done: Promise<unknown> }>();

  constructor(
    private readonly database: Transactions,
    private readonly clock: Clock,
  ) {}

  isLeft({ id, aliveAt }: Pick<LargeTableEntity, 'id' | 'aliveAt'>, now: Date): boolean {
    return !this.running.has(id) && now.getTime() - aliveAt.getTime() > LEFT_MS;
  }

  /** Whether it is ours to work on: of two who ask at the same time, one's. */
  async claim({ id, state, aliveAt }: LargeTableEntity, stage: LargeStage): Promise<boolean> {
    const { affected } = await this.database.tx((db) => db.update(LargeTableEntity, { id, state, aliveAt }, { state: 'running', stage, progress: 0, reason: null, aliveAt: this.clock.now() }));
    return affected === 1;
  }

  /** What has been worked out so far is kept, whatever comes after. */
  async note(id: string, values: Partial<LargeTableEntity>): Promise<void> {
    await this.database.tx((db) => db.update(LargeTableEntity, { id }, values));
  }

  /** Whoever works on it hears of it within a moment. */
  async stop(id: string, by: string): Promise<void> {
    const reason: Text = { id: `Pemeriksaan dihentikan oleh ${by}.`, en: `The check was stopped by ${by}.` };
    await this.database.tx((db) => db.update(LargeTableEntity, { id, state: 'running' }, { state: 'stopped', reason }));
    this.running.get(id)?.stop.abort(new Stopped(reason.en));
  }

  /** Its end, good or bad, stands in the table's record. */
  inBackground(id: string, work: Work<Partial<LargeTableEntity>>): void {
    void this.work(id, work).then((values) => this.note(id, { ...values, state: 'done', progress: 100 })).catch((error: unknown) => this.failed(id, error)).catch((error: unknown) => this.logger.error(error));
  }

  /** @throws {Stopped} */
  async work<T>(id: string, work: Work<T>, outer?: AbortSignal): Promise<T> {
    const stop = new AbortController();
    let progress = 0;
    const tick = setInterval(() => void this.tick(id, progress, stop), TICK_MS).unref();
    const onOuter = (): void => stop.abort(outer?.reason);
    outer?.addEventListener('abort', onOuter);
    const done = work({ signal: stop.signal, progress: (fraction) => { progress = Math.floor(fraction * 100); } });
    this.running.set(id, { stop, done: done.catch(() => undefined) });
    try {
      return await done;
    } finally {
      clearInterval(tick);
      outer?.removeEventListener('abort', onOuter);
      this.running.delete(id);
    }
  }

  /** Why it ended badly, for who waits for it. `otherwise` is said of what they cannot mend. */
  async failed(id: string, error: unknown, otherwise: Text = FAILED): Promise<void> {
    // Stopped says so itself; an application that ends leaves it to the next one.
    if (error instanceof Stopped) return;
    if (error instanceof UnreadableTable) return this.note(id, { state: 'refused', reason: error.text });
    if (error instanceof Error && error.message === 'The application ends') return this.note(id, { aliveAt: new Date(0) });
    this.logger.error(error);
    await this.note(id, { state: 'failed', reason: isDiskFull(error) ? DISK_FULL : otherwise });
  }

  async onModuleDestroy(): Promise<void> {
    const all = [...this.running.values()];
    for (const { stop } of all) stop.abort(new Error('The application ends'));
    await Promise.all(all.map(({ done }) => done));
  }

  private async tick(id: string, progress: number, stop: AbortController): Promise<void> {
    try {
      const { affected } = await this.database.tx((db) => db.update(LargeTableEntity, { id, state: 'running' }, { progress, aliveAt: this.clock.now() }));
      if (affected === 0) stop.abort(new Stopped('The check was stopped.'));
    } catch (error) {
      // The next one tells; what is worked on does not depend on it.
      this.logger.warn(error);
    }
  }
}

const isDiskFull = (error: unknown): boolean => /ENOSPC|no space left/i.test(String(error instanceof Error ? `${error.message} ${(error as NodeJS.ErrnoException).code ?? ''}` : error));

const DISK_FULL: Text = {
  id: 'Ruang penyimpanan server penuh, sehingga tabel ini belum dapat dibaca. Berkas yang Anda unggah tetap tersimpan. Beri tahu administrator, lalu tekan “Periksa lagi”.',
  en: 'The server has no storage left, so that this table could not be read. The file that you uploaded is still kept. Tell the administrator, then press “Check again”.',
};
const FAILED: Text = {
  id: 'Tabel ini belum dapat diperiksa karena gangguan pada server. Berkas yang Anda unggah tetap tersimpan. Tekan “Periksa lagi”; bila berulang, beri tahu administrator.',
  en: 'This table could not be checked, because something failed on the server. The file that you uploaded is still kept. Press “Check again”; if it repeats, tell the administrator.',
};
