import type { z } from 'zod';
import { propertiesOf, requiredOf, type CatalogueEntry, type JsonSchema, type ProcessValue } from '../../../sdk/index.js';
import { FIELD_KINDS, type FieldValue, type InputSchema } from './incident.schemas.js';

type Field = z.infer<typeof InputSchema>[number];
type Kind = (typeof FIELD_KINDS)[number];
type Values = Readonly<Record<string, ProcessValue>>;

/** What a step was given, as fields that a person can change: by the handler's contract, or by the values' own kinds where it says nothing. */
export function inputFields(entry: CatalogueEntry | undefined, values: Values): Field[] {
  if (!entry?.input) return Object.keys(values).flatMap((name) => field(name, kindOfValue(values[name]), [], false, values[name]));
  const required = new Set(requiredOf(entry.input));
  return Object.entries(propertiesOf(entry.input)).flatMap(([name, given]) => {
    const schema = single(given);
    return field(name, kindOf(schema), choicesOf(schema), required.has(name), values[name], entry);
  });
}

function field(name: string, kind: Kind | null, choices: string[], required: boolean, value: ProcessValue | undefined, entry?: CatalogueEntry): Field[] {
  const shown = shownValue(value);
  // What is no field (a file, a table) stays as it is.
  if (kind === null || shown === undefined) return [];
  return [{ name, label: entry?.fields[name] ?? { id: name, en: name }, kind, choices, required, value: shown }];
}

function shownValue(value: ProcessValue | undefined): FieldValue | undefined {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? (value as string[]) : undefined;
}

const kindOfValue = (value: ProcessValue | undefined): Kind => (typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'yes-no' : value instanceof Date ? 'date' : Array.isArray(value) ? 'list' : 'text');

/** Null for what has parts of its own. */
function kindOf(schema: JsonSchema): Kind | null {
  if (choicesOf(schema).length > 0) return 'choice';
  const { type, format } = schema;
  if (type === 'string') return format === 'date-time' || format === 'date' ? 'date' : 'text';
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'boolean') return 'yes-no';
  if (type === 'array') return (schema['items'] as JsonSchema | undefined)?.['type'] === 'string' ? 'list' : null;
  return type === undefined ? 'text' : null;
}

/** Of several writings the one that is not null; several fixed values are choices. */
function single(schema: JsonSchema): JsonSchema {
  const any = ((schema['anyOf'] ?? schema['oneOf'] ?? []) as readonly JsonSchema[]).filter(({ type }) => type !== 'null');
  if (any.length > 0 && any.every((one) => 'const' in one)) return { enum: any.map((one) => one['const']) };
  if (any[0]) return single(any[0]);
  const { type } = schema;
  return Array.isArray(type) ? { ...schema, type: (type as unknown[]).find((one) => one !== 'null') } : schema;
}

const choicesOf = (schema: JsonSchema): string[] => (Array.isArray(schema['enum']) ? (schema['enum'] as unknown[]).filter((one) => typeof one === 'string') : []);

/** As the engine is given it: what was a date stays one. */
export const engineValue = (value: FieldValue, before: ProcessValue | undefined): ProcessValue => (typeof value === 'string' && before instanceof Date ? new Date(value) : value);
