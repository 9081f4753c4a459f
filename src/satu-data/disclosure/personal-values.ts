import { hasCodes } from '../code-lists/column-codes.js';
import type { Variable } from '../datasets/dataset.types.js';

/**
 * Whole cells that are about a person, read alike by JavaScript and DuckDB. A number of 16 digits is a NIK, or of a family card, where it begins with a province and has a day (women's: 40 more) and a month in its place: of other
 * numbers as long two in a hundred look so.
 */
export const PERSONAL_VALUES = {
  nik: '(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])[0-9]{4}(?:[04][1-9]|[1256][0-9]|[37][01])(?:0[1-9]|1[0-2])[0-9]{6}',
  phone: '(?:(?:[+]62|0)[ .-]?8[1-9]|[+]62[ .-]?[2-7])[0-9 .-]{6,14}',
  email: '[^@ ]+@[^@ ]+[.][A-Za-z]{2,}',
} as const;

export type PersonalValue = keyof typeof PERSONAL_VALUES;

/** How many cells of a column are of which kind. */
export type PersonalCounts = Readonly<Record<string, Readonly<Partial<Record<PersonalValue, number>>>>>;

/** Texts that anybody may have written: neither numbers nor codes of a list. */
export const isFreeText = (variable: Variable): boolean => variable.type === 'string' && !hasCodes(variable);

const KINDS = Object.entries(PERSONAL_VALUES).map(([kind, pattern]) => ({ kind: kind as PersonalValue, pattern: new RegExp(`^(?:${pattern})$`) }));

export function personalCounts(variables: readonly Variable[], rows: readonly Readonly<Record<string, string | null>>[]): PersonalCounts {
  return Object.fromEntries(variables.filter(isFreeText).map(({ name }) => {
    const found: Partial<Record<PersonalValue, number>> = {};
    for (const row of rows) {
      const value = row[name];
      const kind = value ? KINDS.find(({ pattern }) => pattern.test(value))?.kind : undefined;
      if (kind) found[kind] = (found[kind] ?? 0) + 1;
    }
    return [name, found];
  }));
}
