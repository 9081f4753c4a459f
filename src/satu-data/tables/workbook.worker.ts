import { parentPort } from 'node:worker_threads';
import { readXlsx } from './read-xlsx.js';
import { UnreadableTable } from './table.types.js';
import type { Answer } from './workbook-thread.js';

async function answer(content: Uint8Array): Promise<Answer> {
  try {
    return { sheet: await readXlsx(Buffer.from(content.buffer, content.byteOffset, content.byteLength)) };
  } catch (error) {
    if (error instanceof UnreadableTable) return { unreadable: error.text };
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (content: Uint8Array) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  void answer(content).then((result) => parentPort?.postMessage(result));
});
