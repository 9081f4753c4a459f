import { createHash } from 'node:crypto';
import type { JsonSchema } from './json-schema.js';

/** What only explains; a handler does the same with or without it. */
const ANNOTATIONS = new Set(['$comment', '$id', '$schema', 'deprecated', 'description', 'examples', 'id', 'readOnly', 'title', 'writeOnly']);
/** Keywords below which stand names, not keywords. */
const NAMED = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);
/** Lists whose order says nothing. */
const SETS = new Set(['required', 'enum', 'type']);

/** JSON in one form only: keys in order, nothing between. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, (_key, item: unknown) => (isRecord(item) ? Object.fromEntries(Object.entries(item).toSorted(byKey)) : item));

/**
 * What a handler promises under a topic, as a SHA-256: the topic and the schemas of input and output, whatever the order
 * of their keys and whatever they are called or explained by. A hex text of 64 characters.
 *
 * @internal
 * @example
 * const { topic, input, output, hash } = catalogueOf([SatuData])[0];
 * contractHash(topic, input, output) === hash;
 */
export const contractHash = (topic: string, input: JsonSchema | null, output: JsonSchema | null): string =>
  createHash('sha256').update(canonicalJson({ topic, input: essence(input), output: essence(output) })).digest('hex');

function essence(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(essence);
  if (!isRecord(schema)) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !ANNOTATIONS.has(name)).map(([name, value]) => [name, part(name, value)]));
}

function part(name: string, value: unknown): unknown {
  if (NAMED.has(name) && isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, schema]) => [key, essence(schema)]));
  if (SETS.has(name) && Array.isArray(value)) return value.map(canonicalJson).toSorted();
  return name === 'const' || name === 'default' ? value : essence(value);
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
