import { Worker, type WorkerOptions } from 'node:worker_threads';

/** How long a thread is kept whose pool was closed, in milliseconds. */
const KEPT = 10_000;

interface Spare {
  readonly worker: Worker;
  /** It is a spare no more. */
  readonly forget: () => void;
}

/**
 * Threads that are loaded and warm, for the next application in this process: one that is tested begins many times, and in its first
 * jobs a thread is several times slower. None keeps the process alive.
 */
const spares = new Map<string, Spare[]>();

/** A thread that is ready already, or a new one. Only those that were started alike may share an entry. */
export function startThread(entry: URL, options: WorkerOptions): { readonly worker: Worker; readonly ready: boolean } {
  const spare = spares.get(entry.href)?.at(-1);
  if (!spare) return { worker: new Worker(entry, options), ready: false };
  spare.forget();
  return { worker: spare.worker, ready: true };
}

/** Keeps a thread that is idle and has loaded. */
export function spareThread(entry: URL, worker: Worker): void {
  const kept = spares.get(entry.href) ?? [];
  spares.set(entry.href, kept);
  const forget = (): void => {
    clearTimeout(timer);
    worker.off('exit', forget);
    kept.splice(kept.indexOf(spare), 1);
  };
  const timer = setTimeout(() => void worker.terminate(), KEPT).unref();
  const spare = { worker, forget };
  kept.push(spare);
  worker.once('exit', forget);
}
