import { HandlerCatalogue, contractHash, type CatalogueEntry, type JsonSchema } from '../../src/sdk/index.js';

const objectOf = (names: readonly string[]): JsonSchema => ({ type: 'object', properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])), required: names });

/** An entry of the catalogue without a handler behind it. */
export function entryOf(topic: string, more: Partial<CatalogueEntry> = {}): CatalogueEntry {
  const { input = null, output = null } = more;
  const base = { topic, aliases: [], title: { id: topic, en: topic }, description: null, fields: {}, input, output, examples: [], retries: [], hash: contractHash(topic, input, output), upgrades: [], source: `Spec.${topic}` };
  return { ...base, ...more };
}

/** A catalogue of topics with the names of their outputs; null where these are not described. */
export const catalogueWith = (topics: Readonly<Record<string, readonly string[] | null>>): HandlerCatalogue =>
  new HandlerCatalogue(Object.entries(topics).map(([topic, outputs]) => entryOf(topic, { output: outputs && objectOf(outputs) })));
