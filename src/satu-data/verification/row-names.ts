import type { CodesByColumn } from '../code-lists/column-codes.js';
import type { Described } from './finding.js';

/** The columns by which a row is the same as one in another table; all of them where there is no key. */
export function identifying({ variables }: Described): string[] {
  const keys = variables.filter(({ key }) => key);
  return (keys.length > 0 ? keys : variables).map(({ name }) => name);
}

/** What a row is called by: its keys, with what their lists call them. */
export function rowName(values: readonly (readonly [column: string, value: string | null])[], codes: CodesByColumn): string {
  return values.flatMap(([column, value]) => (value === null ? [] : [calledCode(value, codes.get(column)?.names.get(value))])).join(', ') || '–';
}

/** A code beside its name, where it has another one. */
export const calledCode = (code: string, name: string | undefined): string => (name && name !== code ? `${name} (${code})` : code);
