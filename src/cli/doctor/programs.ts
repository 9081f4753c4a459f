import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { ill, illBy, reasonOf, well, type Diagnosis, type Environment } from './diagnosis.js';
import { checkNode, findJdk } from '../launcher.js';

export function node(version = process.versions.node): Diagnosis {
  try {
    checkNode(version);
    return well('node', `Node ${version}.`);
  } catch (error) {
    return illBy('node', error);
  }
}

/** Only an engine of our own needs one. */
export function jdk(env: Environment): Diagnosis {
  if (env['TERTIB_ENGINE_URL']) return well('jdk', 'Not needed: the engine runs elsewhere.');
  try {
    const { version, home } = findJdk(env);
    return well('jdk', `JDK ${version} in ${home}.`);
  } catch (error) {
    return illBy('jdk', error);
  }
}

/** Any one of each is enough. */
const COMPILERS = [['python3', 'python'], ['make', 'gmake', 'msbuild'], ['c++', 'g++', 'clang++', 'cl']];

const openSqlite = (): void => {
  const Sqlite = createRequire(import.meta.url)('better-sqlite3') as new (file: string) => { close(): void };
  new Sqlite(':memory:').close();
};

/** Where no binary is to be had for the platform, npm has to compile it. */
export function sqlite(env: Environment, open = openSqlite): Diagnosis {
  if (env['DATABASE_URL']) return well('sqlite', 'Not needed: PostgreSQL is used.');
  try {
    open();
    return well('sqlite', 'better-sqlite3 opens a database.');
  } catch (error) {
    const missing = COMPILERS.filter((names) => !names.some((name) => onPath(name, env))).map(([name]) => name);
    const compiler = missing.length > 0 ? `Install what compiles it (missing: ${missing.join(', ')}; Debian, Ubuntu: sudo apt install python3 build-essential), then: ` : '';
    return ill('sqlite', `better-sqlite3 cannot be used: ${reasonOf(error).split('\n')[0]}`, `${compiler}npm rebuild better-sqlite3\nOr use PostgreSQL: DATABASE_URL=postgres://…`);
  }
}

const onPath = (program: string, env: Environment): boolean =>
  (env['PATH'] ?? env['Path'] ?? '').split(delimiter).some((folder) => folder !== '' && ['', '.exe'].some((ending) => existsSync(join(folder, program + ending))));
