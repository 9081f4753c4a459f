import { parentPort } from 'node:worker_threads';
import type { ValidationJob } from '../validation-result.js';
import { validateForm } from './validate-form.js';

parentPort?.on('message', ({ id, job }: { id: number; job: ValidationJob }) => {
  try {
    parentPort?.postMessage({ id, result: validateForm(job) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
