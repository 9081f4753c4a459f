import { createHash } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Problem, type Text } from 'tertib';
import { inProcess } from '../shared/job-place.js';
import { JobGivenUp, JobRunner } from '../shared/job-runner.js';
import type { Given, Read } from './opened.js';
import { QueryError } from './query-error.js';
import type { Answer, Asked, Question } from './questions.js';

/** One question, of tables that the process has under this key, or gets with it. */
export interface Job {
  readonly key: string;
  readonly opens: { readonly given: Given; readonly read: Read } | null;
  readonly question: Question;
  readonly asked: unknown;
}

/** What the process says: `closed` where it does not have the tables. */
export type Said = { readonly answer: unknown } | { readonly closed: true } | { readonly refused: Text } | { readonly error: string };

const DEADLINE_MS = 120_000;
const MEMORY_MB = 1_024;

/** Answers what is asked of large tables. It keeps those that it was asked about last, so that a page's questions read them once. */
@Injectable()
export class AnalysisProcess implements OnModuleDestroy {
  private last: Promise<unknown> = Promise.resolve();
  private readonly process = new JobRunner<Job, Said>({ place: inProcess, entry: new URL('./analysis.worker.js', import.meta.url), memoryMb: MEMORY_MB, deadline: DEADLINE_MS });

  /** One after the other, so that of a page's questions only the first brings the tables. @throws {QueryError} for what the data set does not have, and `analysis-too-large` (422). */
  ask<Q extends Question>(given: Given, read: () => Promise<Read>, question: Q, asked: Asked<Q>): Promise<Answer<Q>> {
    const result = this.last.then(() => this.answer(given, read, question, asked));
    this.last = result.catch(() => undefined);
    return result;
  }

  private async answer<Q extends Question>(given: Given, read: () => Promise<Read>, question: Q, asked: Asked<Q>): Promise<Answer<Q>> {
    const job = { key: createHash('sha256').update(JSON.stringify(given)).digest('hex'), question, asked };
    const said = await this.run({ ...job, opens: null });
    const answered = 'closed' in said ? await this.run({ ...job, opens: { given, read: await read() } }) : said;
    if ('answer' in answered) return answered.answer as Answer<Q>;
    if ('refused' in answered) throw new QueryError(answered.refused);
    throw new Error('error' in answered ? answered.error : 'The process of the analysis did not open its tables');
  }

  async onModuleDestroy(): Promise<void> {
    await this.process.close();
  }

  private run(job: Job): Promise<Said> {
    return this.process.run(job).catch((error: unknown) => {
      throw error instanceof JobGivenUp ? tooLarge() : error;
    });
  }
}

const tooLarge = () =>
  new Problem('analysis-too-large', 422, {
    id: 'Menganalisis tabel ini terlalu lama atau memakan terlalu banyak memori. Bagi dataset ini menjadi beberapa tabel yang lebih kecil, misalnya menurut tahun.',
    en: 'Analysing this table takes too long or too much memory. Divide this data set into several smaller tables, such as one for each year.',
  });
