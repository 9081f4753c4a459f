/* oxlint-disable unicorn/require-post-message-target-origin -- the port of a thread, not a window */
import { fork, type ChildProcess } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Where jobs are done: a module that answers each message with one. */
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
  readonly memoryMb: number;
}

/** A thread: what takes all the memory that it can get ends quietly, and alone. For what others wrote. */
export function inThread({ entry, memoryMb }: JobPlaceOptions): JobPlace {
  const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  // What it still says once it is ended is nobody's any more.
  worker.on('error', () => undefined);
  return { said: worker, post: (job) => worker.postMessage(job), keeps: (does) => void worker[does ? 'ref' : 'unref'](), end: () => void worker.terminate() };
}

/**
 * A process: for what computes for seconds. Threads of a process share those that collect its garbage, and these have everybody's
 * priority: with much to collect they take the processors from whoever is answered meanwhile. A process can step back as a whole (`low-priority.ts`).
 */
export function inProcess({ entry, memoryMb }: JobPlaceOptions): JobPlace {
  const child = startChild(entry, [`--max-old-space-size=${memoryMb}`]);
  return { said: child, post: (job) => void child.send(job as object, () => undefined), keeps: (does) => keeps(child, does), end: () => void child.kill('SIGKILL') };
}

/** A module of ours as a process that is asked, and answers, by messages. */
export function startChild(entry: URL, execArgv: string[] = []): ChildProcess {
  const child = fork(entry, { serialization: 'advanced', execArgv });
  child.on('error', () => undefined);
  return child;
}

/** Whether a process keeps the application from ending: only while somebody waits for its answer. */
export function keeps(child: ChildProcess, does: boolean): void {
  child[does ? 'ref' : 'unref']();
  child.channel?.[does ? 'ref' : 'unref']();
}
