import type { EntityManager } from 'typeorm';

/** What rows of the list, as `r` in a query, say of a field: without reading all else that they say. */
export const rowField = (db: EntityManager, key: string): string =>
  db.connection.options.type === 'postgres' ? `CAST(r.values AS json) ->> '${key}'` : `json_extract(r.values, '$.${key}')`;
