/* oxlint-disable unicorn/require-post-message-target-origin -- the port of a thread, not a window */
import { Worker } from 'node:worker_threads';

/** How a thread is. */
export interface JobThreadOptions {
  /** A module that answers each message with one. */
  readonly entry: URL;
  readonly memoryMb: number;
  /** How long a job may take. */
  readonly deadline: number;
}

/** The job took too long or too much memory; its thread was ended. */
export class JobGivenUp extends Error {
  override readonly name = 'JobGivenUp';
}

/** Its memory is given back when nobody has asked for a while. */
const IDLE_MS = 60_000;

/**
 * Does jobs one after the other in a thread of its own: what computes for seconds would otherwise keep everybody waiting, and what takes
 * all the memory that it can get ends the thread alone. A thread that was ended is replaced with the next job.
 */
export class JobThread<Job, Answer> {
  private worker: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly options: JobThreadOptions) {}

  /** @throws {JobGivenUp} */
  run(job: Job): Promise<Answer> {
    const result = this.last.then(() => this.answer(job));
    this.last = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    await this.last;
    this.end();
  }

  private answer(job: Job): Promise<Answer> {
    clearTimeout(this.idle);
    const worker = (this.worker ??= this.start());
    return new Promise((resolve, reject) => {
      const finish = (then: () => void) => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', giveUp).off('exit', giveUp).unref();
        this.idle = setTimeout(() => this.end(), IDLE_MS).unref();
        then();
      };
      const giveUp = () => finish(() => {
        this.end();
        reject(new JobGivenUp('The job took too long or too much memory'));
      });
      const onMessage = (answer: Answer) => finish(() => resolve(answer));
      const timer = setTimeout(giveUp, this.options.deadline);
      worker.on('message', onMessage).on('error', giveUp).on('exit', giveUp);
      worker.ref();
      worker.postMessage(job);
    });
  }

  private start(): Worker {
    const { entry, memoryMb } = this.options;
    return new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  }

  private end(): void {
    clearTimeout(this.idle);
    // What it still says is nobody's any more.
    this.worker?.on('error', () => undefined);
    void this.worker?.terminate();
    this.worker = undefined;
  }
}
