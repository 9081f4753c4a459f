import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { statementOf } from './statement.js';

/** The same columns of many rows of one table in one statement, each row by its id. A version is raised. */
export async function updateRows<T extends ObjectLiteral & { id: string }>(db: EntityManager, entity: EntityTarget<T>, keys: ReadonlySet<string>, rows: readonly (Partial<T> & { readonly id: string })[]): Promise<void> {
  const { driver } = db.connection;
  const { columns, tableName } = db.connection.getMetadata(entity);
  const table = driver.escape(tableName);
  const name = ({ databaseName }: (typeof columns)[number]) => driver.escape(databaseName);
  const written = columns.filter(({ propertyName }) => keys.has(propertyName));
  const values = rows.map((row) => [row.id, ...written.map((column): unknown => driver.preparePersistentValue(row[column.propertyName] ?? null, column))]);
  // Columns of VALUES have these names on both databases, and on PostgreSQL what is given to them counts as text.
  const sets = written.map((column, index) => `${name(column)} = CAST(given.column${index + 2} AS ${driver.normalizeType(column)})`);
  const versions = columns.filter(({ isVersion }) => isVersion).map((column) => `${name(column)} = ${table}.${name(column)} + 1`);
  await statementOf(driver, values, (tuples) => `UPDATE ${table} SET ${[...sets, ...versions].join(', ')} FROM (VALUES ${tuples}) AS given WHERE ${table}.${driver.escape('id')} = given.column1`)(db);
}
