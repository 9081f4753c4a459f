import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '../../sdk/index.js';
import { networkOf } from './network-of.js';

const FREE_TRIES = 5;
/** An office often shares one address, or comes through one proxy. */
const FREE_TRIES_OF_ADDRESS = 30;
const LONGEST_WAIT_MS = 15 * 60_000;
const FORGET_MS = 60 * 60_000;
const MOST_KEYS = 10_000;

interface Failures {
  readonly count: number;
  readonly until: number;
  readonly last: number;
}

/** A password that is being tried: for whom, and from where. */
export interface Attempt {
  readonly account: string;
  readonly address?: string;
}

/**
 * Slows down guessing: after five failures for an account, or thirty from an address, each further one doubles the wait,
 * up to 15 minutes. Names that nobody has are treated alike.
 */
@Injectable()
export class SignInLimiter {
  private readonly failures = new Map<string, Failures>();

  constructor(private readonly clock: Clock) {}

  /**
   * Counts the attempt as failed until {@link succeeded} is told otherwise: guesses sent all at once would pass together.
   * @throws 429 while a wait is running.
   */
  begin(attempt: Attempt): void {
    const keys = keysOf(attempt);
    const now = this.clock.now().getTime();
    const until = Math.max(...keys.map(({ key }) => this.failures.get(key)?.until ?? 0));
    if (until > now) throw tooMany(Math.ceil((until - now) / 1000));
    for (const { key, free } of keys) this.count(key, free, now);
    // The oldest go first, so that a flood of names cannot fill the memory.
    while (this.failures.size > MOST_KEYS) this.failures.delete(this.failures.keys().next().value as string);
  }

  /** Forgives the account. Of the address's failures only this attempt: a guesser's own account buys no new tries. */
  succeeded(attempt: Attempt): void {
    const [account, address] = keysOf(attempt);
    if (account) this.failures.delete(account.key);
    const before = address && this.failures.get(address.key);
    if (before) this.failures.set(address.key, { ...before, count: before.count - 1, until: before.count - 1 < address.free ? 0 : before.until });
  }

  private count(key: string, free: number, now: number): void {
    const before = this.failures.get(key);
    const count = (before && now - before.last < FORGET_MS ? before.count : 0) + 1;
    const wait = count < free ? 0 : Math.min(LONGEST_WAIT_MS, 1000 * 2 ** Math.min(count - free, 20));
    this.failures.delete(key);
    this.failures.set(key, { count, until: now + wait, last: now });
  }
}

function keysOf({ account, address }: Attempt): { key: string; free: number }[] {
  const ofAccount = { key: `account:${account.trim().toLowerCase()}`, free: FREE_TRIES };
  return address === undefined ? [ofAccount] : [ofAccount, { key: `address:${networkOf(address)}`, free: FREE_TRIES_OF_ADDRESS }];
}

const tooMany = (seconds: number): Problem =>
  new Problem('too-many-attempts', 429, {
    id: `Terlalu banyak percobaan masuk yang gagal. Coba lagi dalam ${seconds} detik.`,
    en: `Too many failed attempts to sign in. Try again in ${seconds} seconds.`,
  }, { retryAfter: seconds });
