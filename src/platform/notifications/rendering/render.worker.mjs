/* oxlint-disable unicorn/require-post-message-target-origin -- the port of a thread, not a window */
import { parentPort } from 'node:worker_threads';
import { renderHtml, renderText } from './templates.mjs';
import { toPdf, toPictures } from './pdf.mjs';

/** @typedef {{ kind: 'pdf' | 'pictures', html: string, layout: string, context: Record<string, unknown>, meta: import('./pdf.mjs').Meta }} PdfJob */
/** @typedef {{ kind: 'text', template: string, context: Record<string, unknown> }} TextJob */

/** @param {PdfJob | TextJob} job */
function done(job) {
  if (job.kind === 'text') return renderText(job);
  return job.kind === 'pdf' ? toPdf(renderHtml(job), job.meta) : toPictures(renderHtml(job), job.meta);
}

parentPort?.on('message', async (/** @type {{ id: number, job: PdfJob | TextJob }} */ { id, job }) => {
  try {
    parentPort?.postMessage({ id, result: await done(job) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
parentPort?.postMessage({ ready: true });
