import { join } from 'node:path';
import { StartError } from './log.mjs';

/** Nothing is written anywhere, and all of it ends with the engine. */
export const inMemory = { ENGINE_DB_URL: 'jdbc:h2:mem:engine;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=256' };

/**
 * Where the engine keeps its data: PostgreSQL by `ENGINE_DATABASE_URL`, or else a file.
 *
 * @param {string} dataDir
 * @param {string | undefined} url such as postgres://user:password@host:5432/name?sslmode=require
 * @returns {Record<string, string>} variables of the engine's environment
 */
export function engineDatabase(dataDir, url) {
  if (!url) {
    const file = join(dataDir, 'database').replaceAll('\\', '/');
    // WRITE_DELAY=0 keeps what was acknowledged when the engine is killed; MAX_COMPACT_TIME shrinks the file at a stop.
    return { ENGINE_DB_URL: `jdbc:h2:file:${file};DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;MAX_COMPACT_TIME=10000;QUERY_CACHE_SIZE=256` };
  }
  if (!URL.canParse(url) || !/^postgres(ql)?:\/\/[^/]/.test(url)) {
    throw new StartError('ENGINE_DATABASE_URL is not an address such as postgres://user:password@host:5432/name.');
  }
  const { host, pathname, search, username, password } = new URL(url);
  return {
    ENGINE_DB_URL: `jdbc:postgresql://${host}${pathname}${search}`,
    ENGINE_DB_USER: decodeURIComponent(username),
    ENGINE_DB_PASSWORD: decodeURIComponent(password),
  };
}
