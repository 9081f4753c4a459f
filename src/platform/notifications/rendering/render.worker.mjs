/* oxlint-disable unicorn/require-post-message-target-origin -- the port of a thread, not a window */
import { parentPort } from 'node:worker_threads';
import { renderHtml, renderText } from './templates.mjs';
import { toPdf } from './pdf.mjs';

/** @typedef {{ kind: 'pdf', html: string, layout: string, context: Record<string, unknown>, meta: import('./pdf.mjs').Meta }} PdfJob */
/** @typedef {{ kind: 'text', template: string, context: Record<string, unknown> }} TextJob */

parentPort?.on('message', async (/** @type {{ id: number, job: PdfJob | TextJob }} */ { id, job }) => {
  try {
    const result = job.kind === 'pdf' ? await toPdf(renderHtml(job), job.meta) : renderText(job);
    parentPort?.postMessage({ id, result });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
parentPort?.postMessage({ ready: true });
