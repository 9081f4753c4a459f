import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '../../sdk/index.js';

const FREE_TRIES = 5;
const LONGEST_WAIT_MS = 15 * 60_000;
const FORGET_MS = 60 * 60_000;
const MOST_KEYS = 10_000;

interface Failures {
  readonly count: number;
  readonly until: number;
  readonly last: number;
}

/**
 * Slows down guessing: after five failures for a user or from an address, each further one doubles the wait, up to 15 minutes.
 * The address is the connection's own; a header that anybody can write is not asked.
 */
@Injectable()
export class SignInLimiter {
  private readonly failures = new Map<string, Failures>();

  constructor(private readonly clock: Clock) {}

  /** @throws 429 while a wait is running. */
  assertAllowed(...keys: readonly string[]): void {
    const now = this.clock.now().getTime();
    const until = Math.max(...keys.map((key) => this.failures.get(key)?.until ?? 0));
    if (until <= now) return;
    const seconds = Math.ceil((until - now) / 1000);
    throw new Problem('too-many-attempts', 429, {
      id: `Terlalu banyak percobaan masuk yang gagal. Coba lagi dalam ${seconds} detik.`,
      en: `Too many failed attempts to sign in. Try again in ${seconds} seconds.`,
    }, { retryAfter: seconds });
  }

  failed(...keys: readonly string[]): void {
    const now = this.clock.now().getTime();
    for (const key of keys) {
      const before = this.failures.get(key);
      const count = (before && now - before.last < FORGET_MS ? before.count : 0) + 1;
      const wait = count < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (count - FREE_TRIES));
      this.failures.delete(key);
      this.failures.set(key, { count, until: now + wait, last: now });
    }
    // The oldest go first, so that a flood of names cannot fill the memory.
    while (this.failures.size > MOST_KEYS) this.failures.delete(this.failures.keys().next().value as string);
  }

  succeeded(...keys: readonly string[]): void {
    for (const key of keys) this.failures.delete(key);
  }
}
