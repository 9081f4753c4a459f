import type { JobPlace, JobPlaceOptions } from './job-place.js';

export interface JobRunnerOptions extends JobPlaceOptions {
  readonly place: (options: JobPlaceOptions) => JobPlace;
  /** How long a job may take, in milliseconds. */
  readonly deadline: number;
}

/** The job took too long or too much memory; where it was done has ended. */
export class JobGivenUp extends Error {
  override readonly name = 'JobGivenUp';
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

  /** @throws {JobGivenUp}, and any other error where it could not be done at all. */
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
    const place = (this.place ??= this.start());
    return new Promise((resolve, reject) => {
      const finish = (then: () => void) => {
        clearTimeout(timer);
        place.said.off('message', onMessage).off('error', onError).off('exit', onExit);
        place.keeps(false);
        this.idle = setTimeout(() => this.end(), IDLE_MS).unref();
        then();
      };
      const fail = (error: Error) => finish(() => {
        this.end();
        reject(error);
      });
      const giveUp = () => fail(new JobGivenUp('The job took too long or too much memory'));
      const onMessage = (answer: Answer) => finish(() => resolve(answer));
      const onError = (error: NodeJS.ErrnoException) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? giveUp() : fail(error));
      // A process whose memory is full ends itself by a signal, or the system ends it.
      const onExit = (code: number | null, signal?: NodeJS.Signals | null) => (signal ? giveUp() : fail(new Error(`${this.options.entry.pathname} ended before its answer (code ${code})`)));
      const timer = setTimeout(giveUp, this.options.deadline);
      place.said.on('message', onMessage).on('error', onError).on('exit', onExit);
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
