import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { statementOf, type Statement } from './statement.js';

/** Many rows of one table in one statement. What TypeORM makes of each insertion costs several times as much as the insertion; every column is given, also those that have a default. */
export async function insertRows<T extends ObjectLiteral>(db: EntityManager, entity: EntityTarget<T>, rows: readonly T[]): Promise<void> {
  await insertionOf(db, entity, rows)(db);
}

/** The same, made ready before the transaction that does it: of 50,000 rows that is most of the work, and nobody waits for it to write. */
export function insertionOf<T extends ObjectLiteral>({ connection }: EntityManager, entity: EntityTarget<T>, rows: readonly T[]): Statement {
  const { driver } = connection;
  const { columns, tableName } = connection.getMetadata(entity);
  const values = rows.map((row) => columns.map((column): unknown => driver.preparePersistentValue(column.isVersion ? 1 : (row[column.propertyName] ?? null), column)));
  return statementOf(driver, values, (tuples) => `INSERT INTO ${driver.escape(tableName)} (${columns.map(({ databaseName }) => driver.escape(databaseName)).join(', ')}) VALUES ${tuples}`);
}
