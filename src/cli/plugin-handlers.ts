import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HandlerCatalogue } from '../platform/releases/index.js';
import { EXTERNAL_TASK, HANDLERS, type ExternalTaskMetadata, type Plugin } from '../sdk/index.js';
import { UsageError } from './command.js';

type Class = new (...args: never[]) => object;
type Part = Class | { readonly useClass?: Class; readonly module?: Class; readonly imports?: readonly Part[]; readonly providers?: readonly Part[] };

/** What the handlers of plugins declare, read from their decorators: nothing is started. */
export class PluginHandlers extends HandlerCatalogue {
  private readonly tasks = new Map<string, ExternalTaskMetadata>();

  constructor(plugins: readonly Plugin[]) {
    super();
    for (const { module } of plugins) this.module(module as Part, new Set());
  }

  topics(): readonly string[] {
    return [...this.tasks.keys()];
  }

  outputs(topic: string): readonly string[] | null {
    const shape = (this.tasks.get(topic)?.output as { readonly shape?: unknown } | undefined)?.shape;
    return typeof shape === 'object' && shape !== null ? Object.keys(shape) : null;
  }

  private module(part: Part, seen: Set<Part>): void {
    if (seen.has(part)) return;
    seen.add(part);
    const type = typeof part === 'function' ? part : part.module;
    const listed = (name: 'imports' | 'providers'): Part[] => [...((type && (Reflect.getMetadata(name, type) as Part[] | undefined)) ?? []), ...(typeof part === 'function' ? [] : (part[name] ?? []))];
    for (const provider of listed('providers')) this.provider(typeof provider === 'function' ? provider : provider.useClass);
    for (const imported of listed('imports')) this.module(imported, seen);
  }

  private provider(type: Class | undefined): void {
    if (!type || Reflect.getMetadata(HANDLERS, type) !== true) return;
    for (let prototype = type.prototype as object; prototype !== Object.prototype; prototype = Object.getPrototypeOf(prototype) as object) {
      for (const { value } of Object.values(Object.getOwnPropertyDescriptors(prototype))) {
        const task = typeof value === 'function' ? (Reflect.getMetadata(EXTERNAL_TASK, value) as ExternalTaskMetadata | undefined) : undefined;
        if (task && !this.tasks.has(task.topic)) this.tasks.set(task.topic, task);
      }
    }
  }
}

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
