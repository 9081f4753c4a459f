import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database, type DatabaseParts } from '../../src/platform/kernel/index.js';
import { databaseServer, freshPostgres } from './fresh-postgres.js';

export interface TestDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

/** A fresh database: SQLite in a temporary folder, or PostgreSQL where TEST_DATABASE_URL names a server. */
export async function withDatabase(parts: DatabaseParts): Promise<TestDatabase> {
  const server = databaseServer();
  return server ? onPostgres(server, parts) : onSqlite(parts);
}

async function onSqlite(parts: DatabaseParts): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tertib-db-'));
  const database = await openDatabase({ dataDir, databaseUrl: undefined }, parts);
  return {
    database,
    close: async () => {
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function onPostgres(server: string, parts: DatabaseParts): Promise<TestDatabase> {
  const { url, drop } = await freshPostgres(server);
  const database = await openDatabase({ dataDir: tmpdir(), databaseUrl: url }, parts);
  return {
    database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}
