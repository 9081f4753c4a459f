import type { JsonSchema } from '../../sdk/index.js';

const alternativesOf = (schema: JsonSchema): JsonSchema[] => ((schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined) ?? [schema];
const typesOf = ({ type }: JsonSchema): unknown[] => (type === undefined ? [] : [type].flat());

/** Whether an input may be empty. */
export const takesNull = (schema: JsonSchema | undefined): boolean =>
  schema === undefined || alternativesOf(schema).some((one) => typesOf(one).includes('null') || (typesOf(one).length === 0 && one['enum'] === undefined && !('const' in one)));

/** Whether a text as written in a diagram can be an input's value; what is not plain enough to judge passes. */
export const literalFits = (schema: JsonSchema | undefined, text: string): boolean => schema === undefined || alternativesOf(schema).some((one) => fits(one, text));

const READERS: Readonly<Record<string, (text: string) => boolean>> = {
  string: () => true,
  boolean: (text) => text === 'true' || text === 'false',
  number: (text) => text.trim() !== '' && Number.isFinite(Number(text)),
  integer: (text) => /^-?\d+$/.test(text),
  // A list or an object comes from a variable only.
  array: () => false,
  object: () => false,
  null: () => false,
};

function fits(schema: JsonSchema, text: string): boolean {
  const types = typesOf(schema);
  const values = 'const' in schema ? [schema['const']] : (schema['enum'] as unknown[] | undefined);
  if (types.length > 0 && !types.some((type) => READERS[String(type)]?.(text) ?? true)) return false;
  if (values) return values.some((value) => value !== null && String(value) === text);
  const { pattern, minLength, maxLength } = schema;
  return (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text)) && text.length >= Number(minLength ?? 0) && text.length <= Number(maxLength ?? Infinity);
}
