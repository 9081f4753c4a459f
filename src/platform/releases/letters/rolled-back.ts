import { Problem, Transactions } from '../../../sdk/index.js';
import { LetterProblem } from './letter-problems.js';

/** Carries an answer past the roll-back. */
class Done<T> extends Error {
  constructor(readonly answer: T) {
    super('Done; nothing is kept');
  }
}

/** Runs what applications wrote in a transaction that is never committed: whatever they note, number or send is undone. */
export class RolledBack {
  constructor(private readonly transactions: Transactions) {}

  /** @throws 422 with the reason where the work fails. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.transactions.tx(async () => {
        throw new Done(await work());
      });
    } catch (error) {
      if (error instanceof Done) return error.answer as T;
      throw error instanceof Problem ? error : LetterProblem.valuesFailed(error instanceof Error ? error.message : String(error));
    }
  }
}
