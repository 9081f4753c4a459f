import type { JobPlace, JobPlaceOptions } from './job-place.js';

export interface JobRunnerOptions extends JobPlaceOptions {
  readonly place: (options: JobPlaceOptions) => JobPlace;
  /** How long a job may take, in milliseconds; left out, as long as it does. */
  readonly deadline?: number;
}

/** What a place says of a job before its answer: the part that is done, from 0 to 1. */
export interface JobProgress {
  readonly progress: number;
}

export interface JobOptions {
  /** Ends the job, and where it was done with it. */
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((fraction: number) => void) | undefined;
}

/** The job took too long or too much memory; where it was done has ended. */
export class JobGivenUp extends Error {
  override readonly name = 'JobGivenUp';

  /** @param by - what ended it: a signal, or its deadline. */
  constructor(readonly by: string) {
    super(`The job took too long or too much memory (${by})`);
  }
}

/** Its memory is given back when nobody has asked for a while. */
const IDLE_MS = 60_000;

/**
 * Does jobs one after the other, apart from the application's own thread: what computes for seconds would otherwise keep everybody waiting,
 * and what takes all the memory that it can get ends there alone. A place that was ended is replaced with the next job.
 */
export class JobRunner<Job, Answer> {
  private place: JobPlace | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly options: JobRunnerOptions) {}

  /** @throws {JobGivenUp}, the signal's reason, and any other error where it could not be done at all. */
  run(job: Job, options: JobOptions = {}): Promise<Answer> {
    const result = this.last.then(() => this.answer(job, options));
    this.last = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    await this.last;
    this.end();
  }

  private answer(job: Job, { signal, progress }: JobOptions): Promise<Answer> {
    signal?.throwIfAborted();
    clearTimeout(this.idle);
    const place = (this.place ??= this.start());
    return new Promise((resolve, reject) => {
      const finish = (then: () => void) => {
        clearTimeout(timer);
        place.said.off('message', onMessage).off('error', onError).off('exit', onExit);
        signal?.removeEventListener('abort', onAbort);
        place.keeps(false);
        this.idle = setTimeout(() => this.end(), IDLE_MS).unref();
        then();
      };
      const fail = (error: unknown) => finish(() => {
        this.end();
        reject(error);
      });
      const onMessage = (said: Answer | JobProgress) => (isProgress(said) ? progress?.(said.progress) : finish(() => resolve(said)));
      const onAbort = () => fail(signal?.reason);
      const onError = (error: NodeJS.ErrnoException) => fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new JobGivenUp(error.code) : error);
      // A process whose memory is full ends itself by a signal, or the system ends it.
      const onExit = (code: number | null, by?: NodeJS.Signals | null) => fail(by ? new JobGivenUp(by) : new Error(`${this.options.entry.pathname} ended before its answer (code ${code})`));
      const { deadline } = this.options;
      const timer = deadline === undefined ? undefined : setTimeout(() => fail(new JobGivenUp(`${deadline} ms`)), deadline);
      place.said.on('message', onMessage).on('error', onError).on('exit', onExit);
      signal?.addEventListener('abort', onAbort);
      place.keeps(true);
      place.post(job);
    });
  }

  private start(): JobPlace {
    const place = this.options.place(this.options);
    // It may come to an end while nobody asks.
    place.said.once('exit', () => {
      if (this.place === place) this.place = undefined;
    });
    return place;
  }

  private end(): void {
    clearTimeout(this.idle);
    this.place?.end();
    this.place = undefined;
  }
}

const isProgress = (said: unknown): said is JobProgress => typeof said === 'object' && said !== null && 'progress' in said;
