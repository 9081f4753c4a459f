import type { EntityManager } from 'typeorm';

/*
 * On PostgreSQL several write at once; on SQLite one after the other, and nothing has to be locked. Whoever needs several of these takes them in this order: the list, its rows, its data sets.
 */

/** `writing`: of rows; many do that at once, and none while the list is handed in. */
const HOW = { writing: 'FOR SHARE', 'handing-in': 'FOR UPDATE' } as const;

/** Holds the list to the end of the transaction. */
export async function lockList(db: EntityManager, periodId: string, how: keyof typeof HOW): Promise<void> {
  if (onPostgres(db)) await db.query(`SELECT 1 FROM "satu_data_lists" WHERE "periodId" = $1 ${HOW[how]}`, [periodId]);
}

/** Holds rows to the end of the transaction: in one statement and in one order, or two who need the same rows would each wait for the other. */
export async function lockRows(db: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length > 0 && onPostgres(db)) await db.query('SELECT 1 FROM "satu_data_list_rows" WHERE "id" = ANY($1) ORDER BY "id" COLLATE "C" FOR UPDATE', [ids]);
}

const onPostgres = (db: EntityManager): boolean => db.connection.options.type === 'postgres';
