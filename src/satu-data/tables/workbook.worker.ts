import { parentPort } from 'node:worker_threads';
import { readXlsx } from './read-xlsx.js';
import { UnreadableTable } from './table.types.js';
import type { Answer, WorkbookJob } from './workbook-thread.js';

async function answer({ content, known }: WorkbookJob): Promise<Answer> {
  try {
    return { sheet: await readXlsx(Buffer.from(content.buffer, content.byteOffset, content.byteLength), known) };
  } catch (error) {
    if (error instanceof UnreadableTable) return { unreadable: error.text };
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (job: WorkbookJob) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  void answer(job).then((result) => parentPort?.postMessage(result));
});
