import { parentPort } from 'node:worker_threads';
import type { ValidationJob } from '../validation-result.js';
import { validateForm } from './validate-form.js';

function answer(job: ValidationJob): object {
  try {
    return { result: validateForm(job) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', ({ id, job }: { id: number; job: ValidationJob }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage({ id, ...answer(job) });
});

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage({ ready: true });
