import { parentPort } from 'node:worker_threads';
import { nearDuplicates, type Named } from './near-duplicates.js';

parentPort?.on('message', ({ rows, most }: { rows: readonly Named[]; most: number }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(nearDuplicates(rows, most));
});
