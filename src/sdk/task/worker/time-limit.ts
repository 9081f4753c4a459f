import { RetryableError } from '../failures.js';

/** Gives a handler's method so many milliseconds, then aborts and no longer waits for it. */
export class TimeLimit {
  private readonly abort = new AbortController();

  constructor(
    private readonly source: string,
    private readonly milliseconds: number,
  ) {}

  get signal(): AbortSignal {
    return this.abort.signal;
  }

  /** @throws RetryableError when the time is over; a method that ignores its signal runs on, but can begin no step. */
  async race<T>(work: () => Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const error = new RetryableError(`${this.source} took longer than its time limit of ${this.milliseconds / 1_000} s and was given up.`);
        reject(error);
        this.abort.abort(error);
      }, this.milliseconds);
    });
    try {
      return await Promise.race([work(), over]);
    } finally {
      clearTimeout(timer);
    }
  }
}
