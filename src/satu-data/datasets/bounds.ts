import { decimal, isDecimal } from '../analysis/decimal.js';
import { parseDate } from '../tables/written-date.js';
import { parseUndeclared } from '../tables/written-number.js';
import type { Variable } from './dataset.types.js';

type Type = Variable['type'];

export const isDay = (text: string | null | undefined): text is string => typeof text === 'string' && parseDate(text) === text;

/** A bound as somebody wrote it (`0,5`, `0.5`, `31/12/2025`), as the canonical text of its column's type. Null where it is none, or may be two. */
export const readBound = (text: string, type: Type | null): string | null => (type === 'date' ? parseDate(text.trim()) : parseUndeclared(text.trim()));

/** What a column keeps of it: what cannot be read stays as it was written, to be named. */
export const keptBound = (text: string | null, type: Type): string | null => text && (readBound(text, type) ?? text);

/** Which of its bounds a value is beyond; canonical texts. */
export function beyond({ type, min, max }: Pick<Variable, 'type' | 'min' | 'max'>, value: string): 'low' | 'high' | null {
  if (type === 'date' && (isDay(min) || isDay(max))) {
    if (!isDay(value)) return null;
    return isDay(min) && value < min ? 'low' : isDay(max) && value > max ? 'high' : null;
  }
  if (!isDecimal(value)) return null;
  return isDecimal(min) && decimal(value).lt(min) ? 'low' : isDecimal(max) && decimal(value).gt(max) ? 'high' : null;
}

/** The bounds that count in a column. */
export const boundsOf = ({ type, min, max }: Pick<Variable, 'type' | 'min' | 'max'>): { readonly min: string | null; readonly max: string | null } => {
  const counts = type === 'date' && (isDay(min) || isDay(max)) ? isDay : isDecimal;
  return { min: counts(min) ? min : null, max: counts(max) ? max : null };
};
