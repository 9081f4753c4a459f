import type { EntityManager } from 'typeorm';

export type Value = string | number | boolean | null;

const isPostgres = (db: EntityManager): boolean => db.connection.options.type === 'postgres';

/** Rows of a query that entities cannot say, with `:name` for each value; written once for both databases. */
export function asked<T>(db: EntityManager, sql: string, values: Readonly<Record<string, Value>>): Promise<T[]> {
  const { text, given } = withPlaces(sql, values, (n) => (isPostgres(db) ? `$${n}` : '?'));
  return db.query(text, given) as Promise<T[]>;
}

/** The query with its places in order, and what goes there. */
export function withPlaces(sql: string, values: Readonly<Record<string, Value>>, place: (n: number) => string): { text: string; given: Value[] } {
  const given: Value[] = [];
  // Not the second colon of PostgreSQL's casts.
  const text = sql.replaceAll(/(?<!:):([A-Za-z]\w*)/g, (_, name: string) => place(given.push(values[name] ?? null)));
  return { text, given };
}

/** Seconds from one time column to another; either may be a `:name`. */
export const secondsBetween = (db: EntityManager, from: string, to: string): string =>
  isPostgres(db) ? `EXTRACT(EPOCH FROM (CAST(${to} AS timestamptz) - CAST(${from} AS timestamptz)))` : `((julianday(${to}) - julianday(${from})) * 86400)`;

/** The fields of a JSON column as rows of `key` and `value`, to stand in a FROM. */
export const fieldsOf = (db: EntityManager, column: string, alias: string): string => (isPostgres(db) ? `jsonb_each_text(CAST(${column} AS jsonb)) AS ${alias}` : `json_each(${column}) AS ${alias}`);
