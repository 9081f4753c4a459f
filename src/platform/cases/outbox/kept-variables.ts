import type { ProcessValue, ProcessVariables } from '../../../sdk/index.js';

/** Kinds of values that JSON would make something else, by the key that marks them in the outbox. */
const KINDS = [
  { key: 'tertib:date', is: (value: unknown) => value instanceof Date, write: (value: Date) => value.toISOString(), read: (text: string) => new Date(text) },
  { key: 'tertib:long', is: (value: unknown) => typeof value === 'bigint', write: String, read: BigInt },
  { key: 'tertib:bytes', is: (value: unknown) => value instanceof Uint8Array, write: (value: Uint8Array) => Buffer.from(value).toString('base64'), read: (text: string) => Buffer.from(text, 'base64') },
] as const;

const mapped = (variables: ProcessVariables, map: (value: ProcessValue) => ProcessValue): ProcessVariables =>
  Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, map(value)]));

/** Variables as JSON keeps them. */
export const keptVariables = (variables: ProcessVariables): ProcessVariables =>
  mapped(variables, (value) => {
    const kind = KINDS.find(({ is }) => is(value));
    return kind ? { [kind.key]: kind.write(value as never) } : value;
  });

/** The variables again, each of its kind. */
export const restoredVariables = (variables: ProcessVariables): ProcessVariables =>
  mapped(variables, (value) => {
    const [key, ...more] = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    const kind = more.length === 0 ? KINDS.find((one) => one.key === key) : undefined;
    return kind ? kind.read((value as Record<string, string>)[kind.key] as string) : value;
  });
