import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from '../sdk/index.js';
import { UsageError } from './command.js';

const isPlugin = (value: unknown): value is Plugin => typeof value === 'object' && value !== null && 'module' in value && 'procedures' in value;

async function load(file: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  } catch (error) {
    throw new UsageError(`${file} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The plugins that the files export. @throws UsageError for a file without any, or that does not load. */
export async function loadPlugins(files: readonly string[]): Promise<Plugin[]> {
  const plugins: Plugin[] = [];
  for (const file of files.map((name) => resolve(name))) {
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}. Build the application first, and name the built file that exports its plugin: --plugin <file>`);
    const found = Object.values(await load(file)).filter(isPlugin);
    if (found.length === 0) throw new UsageError(`${file} exports no plugin. Name the built file that exports what definePlugin answered: --plugin <file>`);
    plugins.push(...found);
  }
  return plugins;
}
