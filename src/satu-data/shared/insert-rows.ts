import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** Many rows of one table in one statement. What TypeORM makes of each insertion costs several times as much as the insertion; every column is given, also those that have a default. */
export async function insertRows<T extends ObjectLiteral>(db: EntityManager, entity: EntityTarget<T>, rows: readonly T[]): Promise<void> {
  if (rows.length === 0) return;
  const { driver } = db.connection;
  const { columns, tableName } = db.connection.getMetadata(entity);
  const values = rows.flatMap((row) => columns.map((column): unknown => driver.preparePersistentValue(column.isVersion ? 1 : (row[column.propertyName] ?? null), column)));
  const place = driver.options.type === 'postgres' ? (index: number) => `$${index + 1}` : () => '?';
  const tuples = rows.map((_, row) => `(${columns.map((_column, at) => place(row * columns.length + at)).join(', ')})`);
  await db.query(`INSERT INTO ${driver.escape(tableName)} (${columns.map(({ databaseName }) => driver.escape(databaseName)).join(', ')}) VALUES ${tuples.join(', ')}`, values);
}
