import { Worker } from 'node:worker_threads';

interface Waiting<Job, Result> {
  readonly job: Job;
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

/** A busy machine may need long to start a thread; that is nobody's slow form. */
const START_LIMIT = 60_000;

/**
 * Threads that do one job after the other; a thread that misses its deadline is ended and replaced.
 * A thread says `{ ready: true }` once it is loaded: only then its clock runs.
 */
export class WorkerPool<Job, Result> {
  private readonly idle: Worker[] = [];
  private readonly queue: Waiting<Job, Result>[] = [];
  private readonly all = new Set<Worker>();
  private readonly ready = new WeakSet<Worker>();
  private sequence = 0;

  constructor(
    private readonly entry: URL,
    private readonly size: number,
    private readonly deadline: number,
  ) {}

  run(job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.queue.push({ job, resolve, reject });
      this.next();
    });
  }

  async close(): Promise<void> {
    for (const { reject } of this.queue.splice(0)) reject(new Error('The application stops'));
    await Promise.all([...this.all].map((worker) => worker.terminate()));
  }

  private next(): void {
    if (this.queue.length === 0) return;
    const worker = this.idle.pop() ?? (this.all.size < this.size ? this.start() : undefined);
    if (worker) this.give(worker, this.queue.shift() as Waiting<Job, Result>);
  }

  private start(): Worker {
    const worker = new Worker(this.entry, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
    worker.unref();
    this.all.add(worker);
    worker.once('exit', () => this.all.delete(worker));
    return worker;
  }

  private give(worker: Worker, { job, resolve, reject }: Waiting<Job, Result>): void {
    const id = ++this.sequence;
    const settle = (reusable: boolean, done: () => void) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
      if (reusable) this.idle.push(worker);
      else {
        this.all.delete(worker);
        worker.on('error', () => undefined);
        void worker.terminate();
      }
      done();
      this.next();
    };
    const onMessage = (answer: { ready?: true; id?: number; result?: Result; error?: string }) => {
      if (answer.ready) {
        this.ready.add(worker);
        clearTimeout(timer);
        timer = limit(this.deadline);
      }
      if (answer.id !== id) return;
      settle(true, () => (answer.error === undefined ? resolve(answer.result as Result) : reject(new Error(answer.error))));
    };
    const onError = (error: Error) => settle(false, () => reject(error));
    const onExit = () => settle(false, () => reject(new Error('The validation thread ended')));
    const limit = (milliseconds: number) => setTimeout(() => settle(false, () => reject(new DeadlineError(milliseconds))), milliseconds);
    let timer = limit(this.ready.has(worker) ? this.deadline : START_LIMIT);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage({ id, job });
  }
}
