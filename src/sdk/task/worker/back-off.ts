/** Seconds before each further try, where a handler says nothing else: four tries in all. */
export const DEFAULT_RETRIES: readonly number[] = [10, 60, 600];

/** How a failed try goes on: `retries` left (zero makes an incident) and milliseconds until the next. */
export interface NextTry {
  readonly retries: number;
  readonly retryTimeout: number;
}

/**
 * @param left - the task's retries as fetched: null before the first failure.
 * @param delay - seconds that the failure itself asked for.
 */
export function nextTry(delays: readonly number[], left: number | null, delay?: number): NextTry {
  const attempt = left === null ? 0 : Math.max(0, delays.length - left + 1);
  if (attempt >= delays.length) return { retries: 0, retryTimeout: 0 };
  return { retries: delays.length - attempt, retryTimeout: jittered((delay ?? delays[attempt] ?? 0) * 1_000) };
}

/** Up to a tenth more, so that tasks that failed together do not come back together. */
export const jittered = (milliseconds: number): number => Math.round(milliseconds * (1 + Math.random() / 10));

/** 1, 2, 4, … seconds, at most `most`. */
export const doubling = (attempt: number, most: number): number => Math.min(most, 1_000 * 2 ** Math.min(attempt, 20));
