import type { Worker } from 'node:worker_threads';
import { spareThread, startThread } from './spare-threads.js';
import { timeLimit } from './time-limit.js';

/** How a pool's threads are. */
export interface ThreadOptions {
  /** A module that says `{ ready: true }` once it is loaded, and answers `{ id, job }` with `{ id, result }` or `{ id, error }`. */
  readonly entry: URL;
  /** The most threads at once. */
  readonly size: number;
  readonly memoryMb: number;
  /** The environment's variables that they see. Default: all. */
  readonly env?: Readonly<Record<string, string>>;
}

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly deadline: number;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/** The work took longer than it may; its thread was ended. */
export class DeadlineError extends Error {
  constructor(readonly milliseconds: number) {
    super(`No answer within ${milliseconds} ms`);
    this.name = 'DeadlineError';
  }
}

/** A busy machine may need long to start a thread; that is nobody's slow job. */
const START_LIMIT = 60_000;

/**
 * Threads that do one job after the other; a thread that misses its deadline is ended and replaced.
 * A thread says `{ ready: true }` once it is loaded: only then its clock runs.
 */
export class ThreadPool<Job, Result> {
  private readonly idle: Worker[] = [];
  private readonly queue: Waiting<Job, Result>[] = [];
  /** With what each of them does when it exits. */
  private readonly all = new Map<Worker, () => void>();
  private readonly ready = new WeakSet<Worker>();
  private sequence = 0;

  constructor(private readonly options: ThreadOptions) {}

  /**
   * @param deadline - milliseconds of work for the job, from when a loaded thread has it; see {@link timeLimit}.
   * @param signal - takes a job that waits out of the queue; one that runs is done to its end.
   * @throws DeadlineError
   */
  run(job: Job, deadline: number, signal?: AbortSignal): Promise<Result> {
    return new Promise((resolve, reject) => {
      const waiting = { job, deadline, resolve, reject };
      this.queue.push(waiting);
      signal?.addEventListener('abort', () => this.drop(waiting), { once: true });
      this.next();
    });
  }

  async close(): Promise<void> {
    for (const { reject } of this.queue.splice(0)) reject(new Error('The application stops'));
    for (const worker of this.idle.splice(0)) this.leave(worker);
    await Promise.all([...this.all.keys()].map((worker) => worker.terminate()));
  }

  private drop(waiting: Waiting<Job, Result>): void {
    const place = this.queue.indexOf(waiting);
    if (place < 0) return;
    this.queue.splice(place, 1);
    waiting.reject(new Error('Nobody waits for it any more'));
  }

  private next(): void {
    if (this.queue.length === 0) return;
    const worker = this.idle.pop() ?? (this.all.size < this.options.size ? this.start() : undefined);
    if (worker) this.give(worker, this.queue.shift() as Waiting<Job, Result>);
  }

  private start(): Worker {
    const { entry, memoryMb, env } = this.options;
    const { worker, ready } = startThread(entry, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: memoryMb }, ...(env && { env: { ...env } }) });
    if (ready) this.ready.add(worker);
    worker.unref();
    const gone = (): void => {
      this.all.delete(worker);
      if (this.idle.includes(worker)) this.idle.splice(this.idle.indexOf(worker), 1);
    };
    this.all.set(worker, gone);
    worker.once('exit', gone);
    return worker;
  }

  private leave(worker: Worker): void {
    const gone = this.all.get(worker) as () => void;
    worker.off('exit', gone);
    gone();
    spareThread(this.options.entry, worker);
  }

  private give(worker: Worker, { job, deadline, resolve, reject }: Waiting<Job, Result>): void {
    const id = ++this.sequence;
    const settle = (reusable: boolean, done: () => void) => {
      endLimit();
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
      if (reusable) this.idle.push(worker);
      else {
        // It counts until it is gone: what runs outside of JavaScript is not interrupted, and there must not be more of them than `size`.
        worker.on('error', () => undefined).once('exit', () => this.next());
        void worker.terminate();
      }
      done();
      this.next();
    };
    const onMessage = (answer: { ready?: true; id?: number; result?: Result; error?: string }) => {
      if (answer.ready) {
        this.ready.add(worker);
        endLimit();
        endLimit = limit(deadline);
      }
      if (answer.id !== id) return;
      settle(true, () => (answer.error === undefined ? resolve(answer.result as Result) : reject(new Error(answer.error))));
    };
    const onError = (error: Error) => settle(false, () => reject(error));
    const onExit = () => settle(false, () => reject(new Error('The thread ended')));
    const limit = (milliseconds: number) => timeLimit(milliseconds, () => settle(false, () => reject(new DeadlineError(milliseconds))));
    let endLimit = limit(this.ready.has(worker) ? deadline : START_LIMIT);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage({ id, job });
  }
}
