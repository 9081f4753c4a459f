import { join } from 'node:path';
import { DataSource } from 'typeorm';

/** The product's own database, read only, beside the running app. */
export interface Records {
  query<T = Record<string, string | number | null>>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

export async function openRecords(dataDir: string): Promise<Records> {
  const source = await new DataSource({ type: 'better-sqlite3', database: join(dataDir, 'tertib.sqlite'), readonly: true, prepareDatabase: (db: { pragma(text: string): void }) => db.pragma('busy_timeout = 30000') }).initialize();
  return { query: (sql, parameters = []) => source.query(sql, [...parameters]), close: () => source.destroy() };
}
