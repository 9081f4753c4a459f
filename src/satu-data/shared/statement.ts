import type { Driver, EntityManager } from 'typeorm';

/** Writes what was made ready for it. */
export type Statement = (db: EntityManager) => Promise<void>;

/** One statement about many rows of values; about none, nothing is done. `text` gets their places, as VALUES takes them. */
export function statementOf({ options }: Driver, rows: readonly (readonly unknown[])[], text: (tuples: string) => string): Statement {
  if (rows.length === 0) return async () => undefined;
  let places = 0;
  const place = options.type === 'postgres' ? () => `$${(places += 1)}` : () => '?';
  const sql = text(rows.map((row) => `(${row.map(place).join(', ')})`).join(', '));
  const values = rows.flat();
  return async (db) => void (await db.query(sql, values));
}
