import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { UsageError } from '../command.js';
import type { Names } from './names.js';

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

const read = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
const pick = (from: Readonly<Record<string, string>> = {}, ...names: readonly string[]) => Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
const sorted = (list: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(list).sort(([a], [b]) => (a < b ? -1 : 1)));

const SCRIPTS = {
  build: 'tsc',
  start: 'tsc && node --enable-source-maps dist/main.js',
  dev: 'tertib dev',
  test: 'tsc && node --test dist/*.test.js',
  check: 'tsc && tertib check --plugin dist/plugin.js',
  types: 'tertib typegen --out src/procedures.generated.ts',
};

/** A plugin goes to others without the application that it is tried in. */
const PLUGIN_ONLY = {
  exports: { '.': { types: './dist/plugin.d.ts', default: './dist/plugin.js' } },
  files: ['dist', '!dist/*.test.*', '!dist/main.*', '!dist/app.module.*', 'bpmn', 'forms', 'letters'],
};

/** The package.json of what is created: versions are those that this Tertib asks for and is built with. */
export function manifest({ name }: Names, { tertibFolder, plugin, tertib }: { readonly tertibFolder: string; readonly plugin: boolean; readonly tertib: string }): string {
  const own = read(tertibFolder);
  const optional = Object.keys(own.peerDependenciesMeta ?? {});
  const peers = Object.fromEntries(Object.entries(own.peerDependencies ?? {}).filter(([peer]) => !optional.includes(peer)));
  const needed = sorted({ ...peers, ...pick(own.dependencies, 'zod') });
  const tools = pick(own.devDependencies, '@types/express', '@types/node', 'typescript');
  const lists = plugin
    ? { peerDependencies: { tertib: `^${own.version}` }, dependencies: pick(needed, 'zod'), devDependencies: sorted({ ...peers, ...tools, tertib }) }
    : { dependencies: sorted({ ...needed, tertib }), devDependencies: tools };
  const whole = { name, version: '0.1.0', private: !plugin, type: 'module', engines: { node: '>=20.19.0' }, ...(plugin ? PLUGIN_ONLY : {}), scripts: SCRIPTS, ...lists, allowScripts: { 'better-sqlite3': true } };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** Where npm gets Tertib from: what was said, or where the running one came from. @throws UsageError where neither is known. */
export function tertibSource(said: string | undefined, folder: string, tertibFolder: string): string {
  if (said !== undefined) return existsSync(resolve(said)) ? asFile(resolve(said), folder) : said;
  const installed = installedFrom(tertibFolder, folder);
  if (installed === null) throw new UsageError('This Tertib runs from its sources, of which npm knows nothing. Pack it there with npm pack, and name the file: --tertib tertib-0.1.0.tgz');
  return installed;
}

/** What the application names whose node_modules this Tertib lies in; npx makes one as well. */
function installedFrom(tertibFolder: string, folder: string): string | null {
  const application = dirname(dirname(tertibFolder));
  if (!existsSync(join(application, 'package.json'))) return null;
  const { dependencies, devDependencies } = read(application);
  const source = { ...devDependencies, ...dependencies }['tertib'];
  if (!source?.startsWith('file:')) return source ?? null;
  return asFile(resolve(application, source.slice('file:'.length)), folder);
}

const asFile = (file: string, folder: string): string => `file:${relative(folder, file).replaceAll('\\', '/')}`;
