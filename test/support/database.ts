import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database, type DatabaseParts } from '../../src/platform/kernel/index.js';
import { databaseServer, freshPostgres, keepAsTemplate } from './fresh-postgres.js';

export interface TestDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

/**
 * A fresh database: SQLite in a temporary folder, or PostgreSQL where TEST_DATABASE_URL names a server. Migrated once in a run: whoever asks for the
 * same tables afterwards has a copy, for two hundred migrations before each test would take longer than what most of them test.
 */
export async function withDatabase(parts: DatabaseParts): Promise<TestDatabase> {
  const server = databaseServer();
  return server ? onPostgres(server, parts) : onSqlite(parts);
}

/** What the migrations are, by which a database that has gone through them is known again. */
const nameOf = ({ migrations }: DatabaseParts): string => createHash('sha256').update(migrations.map((one) => `${one.name} ${String(one)}`).join('\n')).digest('hex').slice(0, 16);

async function onSqlite(parts: DatabaseParts): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tertib-db-'));
  const template = join(process.env['TEST_TEMPLATES'] ?? dataDir, `${nameOf(parts)}.sqlite`);
  if (existsSync(template)) copyFileSync(template, join(dataDir, 'tertib.sqlite'));
  const database = await openDatabase({ dataDir, databaseUrl: undefined, lasting: false }, parts);
  if (!existsSync(template)) {
    // Whole or not at all, for others look for it.
    const written = `${template}.${randomBytes(6).toString('hex')}`;
    await database.writer.query(`VACUUM INTO '${written}'`);
    renameSync(written, template);
  }
  return {
    database,
    close: async () => {
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function onPostgres(server: string, parts: DatabaseParts): Promise<TestDatabase> {
  const template = `template_${nameOf(parts)}`;
  const { url, drop } = (await freshPostgres(server, template)) ?? (await migrated(server, parts, template));
  const database = await openDatabase({ dataDir: tmpdir(), databaseUrl: url }, parts);
  return {
    database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

async function migrated(server: string, parts: DatabaseParts, template: string) {
  const first = await freshPostgres(server);
  await (await openDatabase({ dataDir: tmpdir(), databaseUrl: first.url }, parts)).close();
  return keepAsTemplate(server, first, template);
}
