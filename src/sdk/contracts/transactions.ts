import type { EntityManager } from 'typeorm';

/**
 * Reads and writes to the application's database.
 *
 * Every write goes through {@link Transactions.tx}: SQLite shares one connection, and a write beside another
 * request's transaction would be rolled back with it.
 *
 * @public
 * @example
 * await transactions.tx((db) => db.insert(PeriodEntity, { id, title }));
 */
export abstract class Transactions {
  /** Runs `work` in one transaction; a call inside another joins it. Rolls back and rethrows when `work` throws. */
  abstract tx<T>(work: (db: EntityManager) => Promise<T>): Promise<T>;
  /** For reads. Inside a transaction it sees that transaction's own writes. */
  abstract get read(): EntityManager;
  /** Runs `work` after the outermost transaction has committed; at once where none is open. Never after a roll-back. */
  abstract afterCommit(work: () => void | Promise<void>): void;
}
