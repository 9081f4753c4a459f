import { canonicalJson } from './contract-hash.js';
import { propertiesOf, requiredOf, type JsonSchema } from './json-schema.js';

/** One way in which a contract no longer holds. @internal */
export interface ContractChange {
  readonly kind: 'input-removed' | 'input-required' | 'input-narrowed' | 'output-removed' | 'output-optional' | 'output-changed';
  /** Name of the input or output. */
  readonly property: string;
}

/**
 * What a handler no longer takes of what its former contract let diagrams give it. An input that became optional, wider,
 * or is new and optional is no change; where one of the two is not described, nothing can be said.
 *
 * @internal
 * @example
 * inputChanges(pinned.input, catalogue.handler('data.verify').input); // [{ kind: 'input-required', property: 'tahap' }]
 */
export function inputChanges(before: JsonSchema | null, now: JsonSchema | null): ContractChange[] {
  if (!before || !now) return [];
  const [old, current] = [propertiesOf(before), propertiesOf(now)];
  const open = isOpen(now);
  const removed = Object.keys(old).filter((name) => !(name in current) && !open);
  const required = requiredOf(now).filter((name) => !requiredOf(before).includes(name));
  const narrowed = Object.keys(old).filter((name) => current[name] && !accepts(current[name], old[name] as JsonSchema));
  return [...changes('input-removed', removed), ...changes('input-required', required), ...changes('input-narrowed', narrowed)];
}

/**
 * What a handler no longer answers of what its former contract promised, among the outputs that somebody uses.
 *
 * @internal
 * @example
 * outputChanges(pinned.output, catalogue.handler('data.verify').output, new Set(['hasil'])); // [{ kind: 'output-removed', property: 'hasil' }]
 */
export function outputChanges(before: JsonSchema | null, now: JsonSchema | null, used: ReadonlySet<string>): ContractChange[] {
  if (!before || !now) return [];
  const [old, current] = [propertiesOf(before), propertiesOf(now)];
  const names = Object.keys(old).filter((name) => used.has(name));
  const kept = names.filter((name) => current[name]);
  const optional = kept.filter((name) => requiredOf(before).includes(name) && !requiredOf(now).includes(name));
  const changed = kept.filter((name) => !accepts(old[name] as JsonSchema, current[name] as JsonSchema));
  return [...changes('output-removed', names.filter((name) => !current[name])), ...changes('output-optional', optional), ...changes('output-changed', changed)];
}

const changes = (kind: ContractChange['kind'], names: readonly string[]): ContractChange[] => names.map((property) => ({ kind, property }));

/** Whether it takes properties that it does not name. */
export const isOpen = (schema: JsonSchema): boolean => schema['additionalProperties'] !== undefined && schema['additionalProperties'] !== false;

/** Whether every value that fits `narrow` fits `wide` too; false where that cannot be seen from the two. */
function accepts(wide: JsonSchema, narrow: JsonSchema): boolean {
  if (sameConstraints(wide, narrow) || isAnything(wide)) return true;
  const [wider, narrower] = [alternatives(wide), alternatives(narrow)];
  return narrower.every((one) => wider.some((other) => isAnything(other) || (typesFit(other, one) && valuesFit(other, one) && boundsFit(other, one) && partsFit(other, one))));
}

const EXPLAINING = new Set(['title', 'description', 'examples', 'default', 'deprecated', '$comment']);
const constraints = (schema: JsonSchema): Record<string, unknown> => Object.fromEntries(Object.entries(schema).filter(([name]) => !EXPLAINING.has(name)));
const sameConstraints = (a: JsonSchema, b: JsonSchema): boolean => canonicalJson(constraints(a)) === canonicalJson(constraints(b));
const isAnything = (schema: JsonSchema): boolean => Object.keys(constraints(schema)).length === 0;

/** One schema per alternative: of `anyOf`, and of a list of types. */
function alternatives(schema: JsonSchema): JsonSchema[] {
  const { anyOf, oneOf, type, ...rest } = schema;
  const listed = (anyOf ?? oneOf) as JsonSchema[] | undefined;
  if (listed) return listed.map((one) => ({ ...rest, ...(type === undefined ? {} : { type }), ...one })).flatMap(alternatives);
  return Array.isArray(type) ? type.map((one) => ({ ...rest, type: one as string })) : [schema];
}

/** Every integer is a number. */
const typesFit = ({ type: wide }: JsonSchema, { type: narrow }: JsonSchema): boolean => wide === undefined || wide === narrow || (wide === 'number' && narrow === 'integer');

function valuesFit(wide: JsonSchema, narrow: JsonSchema): boolean {
  const [allowed, given] = [valuesOf(wide), valuesOf(narrow)];
  return !allowed || (given !== undefined && given.every((value) => allowed.includes(value)));
}

function valuesOf(schema: JsonSchema): string[] | undefined {
  const values = 'const' in schema ? [schema['const']] : (schema['enum'] as unknown[] | undefined);
  return values?.map(canonicalJson);
}

const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
/** What cannot be compared must be the same. */
const EQUAL = ['pattern', 'format', 'multipleOf', 'uniqueItems', 'contentEncoding', '$ref', 'allOf', 'not', 'if', 'then', 'else', 'prefixItems', 'propertyNames', 'patternProperties'];

function boundsFit(wide: JsonSchema, narrow: JsonSchema): boolean {
  // A list of allowed values needs no further bounds: it was compared as such.
  if (valuesOf(narrow) && valuesOf(wide)) return true;
  const lower = LOWER.every((name) => wide[name] === undefined || Number(narrow[name] ?? -Infinity) >= Number(wide[name]));
  const upper = UPPER.every((name) => wide[name] === undefined || Number(narrow[name] ?? Infinity) <= Number(wide[name]));
  return lower && upper && EQUAL.every((name) => wide[name] === undefined || canonicalJson(wide[name]) === canonicalJson(narrow[name] ?? null));
}

/** Items of lists, properties of objects. */
function partsFit(wide: JsonSchema, narrow: JsonSchema): boolean {
  const items = wide['items'] as JsonSchema | undefined;
  if (items && !accepts(items, (narrow['items'] as JsonSchema | undefined) ?? {})) return false;
  const [inside, given] = [propertiesOf(wide), propertiesOf(narrow)];
  const there = requiredOf(wide).every((name) => requiredOf(narrow).includes(name));
  const closed = wide['additionalProperties'] === false && Object.keys(given).some((name) => !(name in inside));
  return there && !closed && Object.keys(inside).every((name) => accepts(inside[name] as JsonSchema, given[name] ?? inside[name] as JsonSchema));
}
