import type { CatalogueEntry } from './catalogue.js';
import { withoutNull } from './element-templates.js';
import { propertiesOf, requiredOf, type JsonSchema } from './json-schema.js';

/**
 * The reference of all handlers as Markdown: per topic what it does, what it takes and gives, how often it is tried.
 *
 * @beta
 * @example
 * writeFileSync('docs/reference/handlers.md', handlerReference(catalogueOf([SatuData])));
 */
export function handlerReference(catalogue: readonly CatalogueEntry[]): string {
  const head = ['# Handlers', '', 'Generated from the handlers’ own declarations by `npm run generate`. The contract is the hash that a published version pins.', ''];
  return `${[...head, ...catalogue.flatMap(section)].join('\n').trimEnd()}\n`;
}

function section(entry: CatalogueEntry): string[] {
  const { topic, aliases, title, description, input, output, examples, retries, hash, upgrades, source } = entry;
  return [
    `## ${topic}`,
    '',
    `**${title.en}**${title.id === title.en ? '' : ` (${title.id})`}.${description ? ` ${description.en}` : ''}`,
    '',
    ...table('Input', input, entry),
    ...table('Output', output, entry),
    ...examples.flatMap((example) => ['Example:', '', '```json', JSON.stringify(example, null, 2), '```', '']),
    `Tried again after ${retries.length > 0 ? `${retries.join(', ')} s` : 'nothing: one try'}. Method \`${source}\`, contract \`${hash.slice(0, 12)}\`.`,
    ...(aliases.length > 0 ? [`Also serves ${aliases.map((alias) => `\`${alias}\``).join(', ')}.`] : []),
    ...(upgrades.length > 0 ? [`Takes input of contracts ${upgrades.map((old) => `\`${old.slice(0, 12)}\``).join(', ')} as well.`] : []),
    '',
  ];
}

function table(what: string, schema: JsonSchema | null, { fields }: CatalogueEntry): string[] {
  if (!schema) return [`${what}: not described.`, ''];
  const rows = Object.entries(propertiesOf(schema));
  if (rows.length === 0) return [`${what}: nothing.`, ''];
  const required = requiredOf(schema);
  return [
    `| ${what} | | Type | |`,
    '|---|---|---|---|',
    ...rows.map(([name, property]) => `| \`${name}\` | ${cell(fields[name]?.en === name ? '' : (fields[name]?.en ?? ''))} | ${cell(typeOf(property))} | ${required.includes(name) ? 'required' : 'optional'} |`),
    '',
  ];
}

function typeOf(schema: JsonSchema): string {
  const { type, format, enum: values, anyOf, items, ...rest } = withoutNull(schema);
  if ('const' in rest) return JSON.stringify(rest['const']);
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' or ');
  if (Array.isArray(anyOf)) return [...new Set((anyOf as JsonSchema[]).map(typeOf))].join(' or ');
  if (type === 'array') return `list of ${items ? typeOf(items as JsonSchema) : 'anything'}`;
  if (type === undefined) return 'anything';
  return `${String(type)}${format ? ` (${String(format)})` : ''}`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
