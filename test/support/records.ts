import { join } from 'node:path';
import { DataSource } from 'typeorm';

/** The product's own database, read only, beside the running app. */
export interface Records {
  /** `?` stands for a parameter, on either database. Truth comes as 0 and 1 or as a boolean: ask for it in the condition. */
  query<T = Record<string, string | number | null>>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

export async function openRecords({ dataDir, databaseUrl }: { readonly dataDir: string; readonly databaseUrl: string | undefined }): Promise<Records> {
  const source = await (databaseUrl ? postgres(databaseUrl) : sqlite(dataDir)).initialize();
  return {
    query: (sql, parameters = []) => source.query(databaseUrl ? numbered(sql) : sql, [...parameters]),
    close: () => source.destroy(),
  };
}

const sqlite = (dataDir: string): DataSource =>
  new DataSource({ type: 'better-sqlite3', database: join(dataDir, 'tertib.sqlite'), readonly: true, prepareDatabase: (db: { pragma(text: string): void }) => db.pragma('busy_timeout = 30000') });

const postgres = (url: string): DataSource => new DataSource({ type: 'postgres', url, extra: { options: '-c default_transaction_read_only=on' } });

function numbered(sql: string): string {
  let count = 0;
  return sql.replaceAll('?', () => `$${++count}`);
}
