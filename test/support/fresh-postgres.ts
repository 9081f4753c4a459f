import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A database of its own on a server. */
export interface FreshPostgres {
  readonly url: string;
  drop(): Promise<void>;
}

/** Where this run's databases are: a server's address, or undefined for files. */
export const databaseServer = (): string | undefined => process.env['TEST_DATABASE_URL'];

export async function freshPostgres(server: string): Promise<FreshPostgres> {
  const name = `tertib_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function asAdmin(server: string, statement: string): Promise<void> {
  const admin = new Client({ connectionString: server });
  await admin.connect();
  await admin.query(statement).finally(() => admin.end());
}
