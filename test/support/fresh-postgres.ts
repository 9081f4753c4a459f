import { randomBytes } from 'node:crypto';
import { Client, DatabaseError } from 'pg';

/** A database of its own on a server. */
export interface FreshPostgres {
  readonly url: string;
  drop(): Promise<void>;
}

/** As PostgreSQL numbers them (appendix A of its manual). */
const CODES = { noSuchDatabase: '3D000', databaseIsThere: '42P04' };

/** Where this run's databases are: a server's address, or undefined for files. */
export const databaseServer = (): string | undefined => process.env['TEST_DATABASE_URL'];

/** An empty one, or a copy of `template`; null where that is not there yet. */
export async function freshPostgres(server: string): Promise<FreshPostgres>;
export async function freshPostgres(server: string, template: string): Promise<FreshPostgres | null>;
export async function freshPostgres(server: string, template?: string): Promise<FreshPostgres | null> {
  const name = `tertib_${randomBytes(6).toString('hex')}`;
  const made = await unless(CODES.noSuchDatabase, asAdmin(server, `CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`));
  if (!made) return null;
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Makes a database, to which nobody is connected, the template of this name, if there is none yet; answers a copy of it. */
export async function keepAsTemplate(server: string, { url, drop }: FreshPostgres, template: string): Promise<FreshPostgres> {
  const kept = await unless(CODES.databaseIsThere, asAdmin(server, `ALTER DATABASE ${new URL(url).pathname.slice(1)} RENAME TO ${template}`));
  if (!kept) await drop();
  return (await freshPostgres(server, template)) as FreshPostgres;
}

/** Whether it was done; false where it failed with this code. */
async function unless(code: string, work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === code) return false;
    throw error;
  }
}

async function asAdmin(server: string, statement: string): Promise<void> {
  const admin = new Client({ connectionString: server });
  await admin.connect();
  await admin.query(statement).finally(() => admin.end());
}
