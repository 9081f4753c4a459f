import { MetadataScanner } from '@nestjs/core';
import type { Type } from '@nestjs/common';
import type { Text } from '../contracts/index.js';
import { EXTERNAL_TASK, type ExternalTaskMetadata } from '../task/decorators.js';
import { DEFAULT_RETRIES } from '../task/worker/outcome.js';
import { contractHash } from './contract-hash.js';
import { handlerClasses, type HandlerSource } from './handler-classes.js';
import { describeSchema, propertiesOf, type JsonSchema } from './json-schema.js';

/** What is known of one topic without running anything. Plain data: it can be written as JSON. @beta */
export interface CatalogueEntry {
  /** As the diagram's service task names it. */
  readonly topic: string;
  /** Former names of the topic that its handler still serves. */
  readonly aliases: readonly string[];
  /** One line, in both languages; the same text where the handler gives one. */
  readonly title: Text;
  /** What it does; null: it does not say. */
  readonly description: Text | null;
  /** What people call each input and output, by its name. */
  readonly fields: Readonly<Record<string, Text>>;
  /** JSON Schema of what the handler takes; null: not described. */
  readonly input: JsonSchema | null;
  /** JSON Schema of what the handler answers; null: not described. */
  readonly output: JsonSchema | null;
  /** Values that fit. */
  readonly examples: readonly { readonly input: Readonly<Record<string, unknown>>; readonly output?: Readonly<Record<string, unknown>> | undefined }[];
  /** Seconds before each further try. */
  readonly retries: readonly number[];
  /** The contract: SHA-256 of topic, input and output, in hex. Titles, descriptions and the order of keys do not change it. */
  readonly hash: string;
  /** Hashes of former contracts whose input the handler can bring up to date. */
  readonly upgrades: readonly string[];
  /** `Class.method`. */
  readonly source: string;
}

/**
 * The catalogue of all handlers of these plugins, modules or `@Handlers()` classes, in the order of their topics. It is
 * read from decorators and module metadata: nothing is instantiated, no database or engine is needed.
 *
 * @beta
 * @throws when two handlers claim one topic, or a module is only there as a promise.
 * @example
 * const catalogue = catalogueOf([SatuData]);
 * catalogue.map(({ topic, title }) => `${topic}: ${title.en}`);
 */
export function catalogueOf(sources: readonly HandlerSource[]): CatalogueEntry[] {
  const entries = handlerClasses(sources).flatMap(entriesOf).toSorted((a, b) => (a.topic < b.topic ? -1 : 1));
  const owners = new Map<string, string>();
  for (const { topic, aliases, source } of entries) {
    for (const name of [topic, ...aliases]) {
      const other = owners.get(name);
      if (other) throw new Error(`External task "${name}" is declared twice: by ${other} and by ${source}`);
      owners.set(name, source);
    }
  }
  return entries;
}

const scanner = new MetadataScanner();

function entriesOf(handlers: Type): CatalogueEntry[] {
  const prototype = handlers.prototype as Record<string, object>;
  return scanner.getAllMethodNames(prototype).flatMap((name) => {
    const task = Reflect.getMetadata(EXTERNAL_TASK, prototype[name] as object) as ExternalTaskMetadata | undefined;
    return task ? [entryOf(task, `${handlers.name}.${name}`)] : [];
  });
}

function entryOf(task: ExternalTaskMetadata, source: string): CatalogueEntry {
  const input = describeSchema(task.input, 'input');
  const output = describeSchema(task.output, 'output');
  return {
    topic: task.topic,
    aliases: task.aliases ?? [],
    title: bothOf(task.title),
    description: task.description === undefined ? null : bothOf(task.description),
    fields: { ...names(output, task.fields), ...names(input, task.fields) },
    input,
    output,
    examples: task.examples ?? [],
    retries: task.retries ?? DEFAULT_RETRIES,
    hash: contractHash(task.topic, input, output),
    upgrades: Object.keys(task.upgrades ?? {}),
    source,
  };
}

const bothOf = (text: string | Text): Text => (typeof text === 'string' ? { id: text, en: text } : text);

/** As the handler calls them, by a property's own title, else by its name. */
const names = (schema: JsonSchema | null, given: ExternalTaskMetadata['fields'] = {}): Record<string, Text> =>
  Object.fromEntries(Object.entries(propertiesOf(schema)).map(([name, property]) => [name, bothOf(given[name] ?? (typeof property['title'] === 'string' ? property['title'] : name))]));
