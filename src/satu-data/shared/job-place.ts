/* oxlint-disable unicorn/require-post-message-target-origin -- the port of a thread, not a window */
import { fork } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Where jobs are done: a module that answers each message with one, and may say before how far it is. */
export interface JobPlace {
  /** Says `message` for an answer, and `error` or `exit` where it comes to an end. */
  readonly said: EventEmitter;
  post(job: unknown): void;
  /** Whether it keeps the application from ending: only while somebody waits for its answer. */
  keeps(does: boolean): void;
  end(): void;
}

export interface JobPlaceOptions {
  readonly entry: URL;
  /** Of what JavaScript may take; left out, as much as Node gives it. */
  readonly memoryMb?: number;
}

/** A thread: what takes all the memory that it can get ends quietly, and alone. For what others wrote. */
export function inThread({ entry, memoryMb }: JobPlaceOptions): JobPlace {
  const worker = new Worker(entry, { resourceLimits: memoryMb === undefined ? {} : { maxOldGenerationSizeMb: memoryMb } });
  // What it still says once it is ended is nobody's any more.
  worker.on('error', () => undefined);
  return { said: worker, post: (job) => worker.postMessage(job), keeps: (does) => void worker[does ? 'ref' : 'unref'](), end: () => void worker.terminate() };
}

/**
 * A process: for what computes for seconds. Threads of a process share those that collect its garbage, and these have everybody's
 * priority: with much to collect they take the processors from whoever is answered meanwhile. A process can step back as a whole (`low-priority.ts`).
 */
export function inProcess({ entry, memoryMb }: JobPlaceOptions): JobPlace {
  const child = fork(entry, { serialization: 'advanced', execArgv: memoryMb === undefined ? [] : [`--max-old-space-size=${memoryMb}`] });
  child.on('error', () => undefined);
  const keeps = (does: boolean) => {
    child[does ? 'ref' : 'unref']();
    child.channel?.[does ? 'ref' : 'unref']();
  };
  return { said: child, post: (job) => void child.send(job as object, () => undefined), keeps, end: () => void child.kill('SIGKILL') };
}
