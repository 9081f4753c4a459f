import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DataSource, type DataSourceOptions, type EntitySchema, type MigrationInterface } from 'typeorm';
import type { AppConfig } from '../config/app-config.js';
import { Database } from './database.js';
import { turnNumber } from './turns.js';

/** Entities and migrations of all parts, put together by the application's module. */
export interface DatabaseParts {
  readonly entities: readonly (Function | EntitySchema)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/** Connects, migrates, and answers the one {@link Database}. */
export async function openDatabase(config: Pick<AppConfig, 'dataDir' | 'databaseUrl'> & Partial<Pick<AppConfig, 'lasting'>>, parts: DatabaseParts): Promise<Database> {
  const entities = [...parts.entities] as Function[];
  const migrations = [...parts.migrations] as Function[];
  if (config.databaseUrl) {
    const options = { type: 'postgres', url: config.databaseUrl, entities } as const;
    const source = await new DataSource({ ...options, migrations, poolSize: 20 }).initialize();
    await migrateAlone(source);
    return new Database(source, source, await new DataSource({ ...options, poolSize: 1 }).initialize());
  }
  const database = join(config.dataDir, 'tertib.sqlite');
  mkdirSync(dirname(database), { recursive: true });
  const options: DataSourceOptions = {
    type: 'better-sqlite3',
    database,
    entities,
    prepareDatabase: (db: { pragma(text: string): void }) => {
      db.pragma('journal_mode = WAL');
      db.pragma(`synchronous = ${config.lasting === false ? 'OFF' : 'FULL'}`);
      db.pragma('busy_timeout = 30000');
      db.pragma('foreign_keys = ON');
    },
  };
  const writer = await new DataSource({ ...options, migrations }).initialize();
  await writer.runMigrations({ transaction: 'each' });
  const reader = await new DataSource(options).initialize();
  return new Database(writer, reader);
}

/** Two nodes that start together on one database migrate one after the other. */
async function migrateAlone(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  await runner.query('SELECT pg_advisory_lock($1)', [turnNumber('migrations')]);
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [turnNumber('migrations')]);
    await runner.release();
  }
}
