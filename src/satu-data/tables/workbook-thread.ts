import type { Text } from 'tertib';
import { inThread } from '../shared/job-place.js';
import { JobGivenUp, JobRunner } from '../shared/job-runner.js';
import { UnreadableTable, type RawSheet } from './table.types.js';

const DEADLINE_MS = 60_000;
const MEMORY_MB = 512;

/** What the thread is asked. */
export interface WorkbookJob {
  readonly content: Uint8Array;
  readonly known: readonly string[];
}

/** What the thread answers. */
export type Answer = { readonly sheet: RawSheet } | { readonly unreadable: Text } | { readonly error: string };

/**
 * Reads workbooks one after the other, in a thread of its own: a large one computes for many seconds, during which
 * nobody else would be answered, and one that was made to do harm takes all the memory that it can get.
 */
export class WorkbookThread {
  private readonly thread: JobRunner<WorkbookJob, Answer>;

  constructor(deadline = DEADLINE_MS) {
    this.thread = new JobRunner({ place: inThread, entry: new URL('./workbook.worker.js', import.meta.url), memoryMb: MEMORY_MB, deadline });
  }

  /** `known`: headers by which the sheet is found among several. @throws {UnreadableTable} for what is no workbook, or takes too long or too much memory. */
  async read(content: Buffer, known: readonly string[] = []): Promise<RawSheet> {
    const answer = await this.thread.run({ content, known }).catch((error: unknown) => {
      throw error instanceof JobGivenUp ? tooMuch() : error;
    });
    if ('sheet' in answer) return answer.sheet;
    throw 'unreadable' in answer ? new UnreadableTable(answer.unreadable) : new Error(answer.error);
  }

  close(): Promise<void> {
    return this.thread.close();
  }
}

const tooMuch = (): UnreadableTable =>
  new UnreadableTable({
    id: 'Membaca buku kerja ini terlalu lama atau memakan terlalu banyak memori. Hapus lembar, baris, dan format yang tidak dipakai, atau kirim sebagai CSV.',
    en: 'Reading this workbook took too long or too much memory. Remove unused sheets, rows and formats, or send it as CSV.',
  });
