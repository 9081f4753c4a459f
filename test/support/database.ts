import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { openDatabase, type Database, type DatabaseParts } from '../../src/platform/kernel/index.js';

export interface TestDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

/** A fresh database: SQLite in a temporary folder, or PostgreSQL where TEST_DATABASE_URL names a server. */
export async function withDatabase(parts: DatabaseParts): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
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
  const name = `tertib_${randomBytes(6).toString('hex')}`;
  const admin = new Client({ connectionString: server });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await openDatabase({ dataDir: tmpdir(), databaseUrl: url.href }, parts);
  return {
    database,
    close: async () => {
      await database.close();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}
