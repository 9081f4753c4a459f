/* oxlint-disable unicorn/require-post-message-target-origin -- the port of a thread, not a window */
import { Worker } from 'node:worker_threads';
import type { Text } from 'tertib';
import { UnreadableTable, type RawSheet } from './table.types.js';

const DEADLINE_MS = 60_000;
const MEMORY_MB = 512;

/** What the thread answers. */
export type Answer = { readonly sheet: RawSheet } | { readonly unreadable: Text } | { readonly error: string };

/**
 * Reads workbooks one after the other, in a thread of its own: a large one computes for many seconds, during which
 * nobody else would be answered, and one that was made to do harm takes all the memory that it can get.
 */
export class WorkbookThread {
  private worker: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly deadline = DEADLINE_MS) {}

  /** @throws {UnreadableTable} for what is no workbook, or takes too long or too much memory. */
  read(content: Buffer): Promise<RawSheet> {
    const result = this.last.then(() => this.run(content));
    this.last = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    await this.last;
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private run(content: Buffer): Promise<RawSheet> {
    const worker = (this.worker ??= this.start());
    return new Promise((resolve, reject) => {
      const finish = (end: () => void) => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', giveUp).off('exit', giveUp).unref();
        end();
      };
      const giveUp = () =>
        finish(() => {
          this.worker = undefined;
          worker.on('error', () => undefined);
          void worker.terminate();
          reject(tooMuch());
        });
      const onMessage = (answer: Answer) =>
        finish(() => {
          if ('sheet' in answer) resolve(answer.sheet);
          else reject('unreadable' in answer ? new UnreadableTable(answer.unreadable) : new Error(answer.error));
        });
      const timer = setTimeout(giveUp, this.deadline);
      worker.on('message', onMessage).on('error', giveUp).on('exit', giveUp);
      worker.ref();
      worker.postMessage(content);
    });
  }

  private start(): Worker {
    return new Worker(new URL('./workbook.worker.js', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
  }
}

const tooMuch = (): UnreadableTable =>
  new UnreadableTable({
    id: 'Membaca buku kerja ini terlalu lama atau memakan terlalu banyak memori. Hapus lembar, baris, dan format yang tidak dipakai, atau kirim sebagai CSV.',
    en: 'Reading this workbook took too long or too much memory. Remove unused sheets, rows and formats, or send it as CSV.',
  });
