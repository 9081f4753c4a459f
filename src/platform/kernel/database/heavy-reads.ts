import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Problem } from '../../../sdk/index.js';
import { packageRoot } from '../package-root.js';
import { DeadlineError, ThreadPool } from '../threads/thread-pool.js';
import { asked, secondsBetween, withPlaces, type Value } from './asked.js';
import { Database } from './database.js';

/** Longer than anything should take that somebody waits for. */
const DEADLINE = 60_000;

interface Job {
  readonly file: string;
  readonly sql: string;
  readonly values: readonly Value[];
}

/**
 * Questions about hundreds of thousands of rows. SQLite works in the thread that asks, which answers nobody else meanwhile: there they go
 * to a thread of their own, with a connection that only reads. PostgreSQL is elsewhere anyway. One that was given up runs to its end, because
 * nothing interrupts SQLite; until then the next one waits, so that there is never more than one.
 */
@Injectable()
export class HeavyReads implements OnModuleDestroy {
  private readonly pool = new ThreadPool<Job, unknown[]>({ entry: pathToFileURL(join(packageRoot(), 'src/platform/kernel/database/heavy-reads.worker.mjs')), size: 1, memoryMb: 256 });

  /** @param deadline - milliseconds for one question */
  constructor(
    private readonly database: Database,
    private readonly deadline = DEADLINE,
  ) {}

  /** Rows of a query with `:name` for each value; sees what is committed. @throws "question-too-large" (503) after a minute. */
  async ask<T>(sql: string, values: Readonly<Record<string, Value>>): Promise<T[]> {
    const { read } = this.database;
    const { options } = read.connection;
    if (options.type !== 'better-sqlite3') return asked<T>(read, sql, values);
    const { text, given } = withPlaces(sql, values, () => '?');
    try {
      return (await this.pool.run({ file: String(options.database), sql: text, values: given }, this.deadline)) as T[];
    } catch (error) {
      if (!(error instanceof DeadlineError)) throw error;
      throw new Problem('question-too-large', 503, {
        id: 'Menghitungnya terlalu lama dan dihentikan. Pilih kurun waktu yang lebih pendek, lalu coba lagi.',
        en: 'Counting this took too long and was stopped. Choose a shorter period, then try again.',
      });
    }
  }

  /** Seconds from one time column to another; either may be a `:name`. */
  seconds(from: string, to: string): string {
    return secondsBetween(this.database.read, from, to);
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.close();
  }
}
