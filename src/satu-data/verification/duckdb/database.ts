import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { literal } from './sql.js';

const SETTINGS = { threads: '2', memory_limit: '360MB', autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' } as const;

/** What one check asks of DuckDB. */
export interface Database {
  run(sql: string): Promise<void>;
  rows<Row>(sql: string): Promise<Row[]>;
}

/**
 * A database in memory for one check, that reads and writes the given folder and nothing else. Its threads are its own,
 * so others are answered meanwhile; `signal` breaks off what it is doing.
 */
export async function withDatabase<T>(folder: string, signal: AbortSignal | undefined, work: (database: Database) => Promise<T>, settings: { readonly threads?: string } = {}): Promise<T> {
  signal?.throwIfAborted();
  const instance = await DuckDBInstance.create(':memory:', { ...SETTINGS, ...settings, temp_directory: folder });
  const connection = await instance.connect();
  const interrupt = () => connection.interrupt();
  signal?.addEventListener('abort', interrupt);
  try {
    await connection.run(`SET allowed_directories = [${literal(folder)}]; SET enable_external_access = false; SET lock_configuration = true`);
    return await work(of(connection, signal));
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', interrupt);
    // To let go of some hundred MB takes a while: in DuckDB's threads, not in the one that answers everybody.
    await dropAll(connection);
    connection.closeSync();
    instance.closeSync();
  }
}

async function dropAll(connection: DuckDBConnection): Promise<void> {
  const tables = (await connection.runAndReadAll('SELECT table_name AS name FROM duckdb_tables()')).getRowObjectsJS() as { name: string }[];
  for (const { name } of tables) await connection.run(`DROP TABLE ${name}`);
}

const of = (connection: DuckDBConnection, signal: AbortSignal | undefined): Database => ({
  run: async (sql) => {
    signal?.throwIfAborted();
    await connection.run(sql);
  },
  rows: async <Row>(sql: string) => {
    signal?.throwIfAborted();
    return (await connection.runAndReadAll(sql)).getRowObjectsJS() as Row[];
  },
});
