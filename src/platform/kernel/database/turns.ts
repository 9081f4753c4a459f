import type { EntityManager } from 'typeorm';

/** What several nodes on one database do one after the other. The numbers are PostgreSQL's advisory locks: no two may be the same. */
const TURNS = { migrations: 7_274_101, 'audit-seal': 7_274_102, 'first-start': 7_274_103, releases: 7_274_104, 'migrations-of-cases': 7_274_105 } as const;
export type Turn = keyof typeof TURNS;

export const turnNumber = (turn: Turn): number => TURNS[turn];

/** Waits until no other node's transaction has this turn; it lasts to the end of ours. On SQLite writers take turns anyway. */
export async function takeTurn(db: EntityManager, turn: Turn): Promise<void> {
  if (db.connection.options.type === 'postgres') await db.query('SELECT pg_advisory_xact_lock($1)', [TURNS[turn]]);
}
