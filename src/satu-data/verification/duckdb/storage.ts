import { Big } from 'big.js';
import { decimal, isDecimal } from '../../analysis/decimal.js';
import { isDay } from '../../datasets/bounds.js';
import type { Variable } from '../../datasets/dataset.types.js';
import type { ScanColumn } from './table-file.js';
import { literal } from './sql.js';

/**
 * How DuckDB keeps the values of a column. A type of few bytes is read and compared many times as fast as text. A value that is right but does
 * not fit it (`FAULT.wide`) has its whole column kept as text, where all of them fit.
 */
export type Storage = 'BIGINT' | 'DECIMAL(18, 6)' | 'DATE' | 'ENUM' | 'VARCHAR';

const STORED: Readonly<Record<Variable['type'], Storage>> = { integer: 'BIGINT', number: 'DECIMAL(18, 6)', date: 'DATE', region: 'VARCHAR', string: 'VARCHAR' };

export function storageOf({ type, pattern, min, max }: Variable, coded: boolean, wide = false): Storage {
  const asText = wide || Boolean(pattern);
  if (type === 'region' || type === 'string') return !asText && coded && !isDecimal(min) && !isDecimal(max) ? 'ENUM' : 'VARCHAR';
  return asText || coded ? 'VARCHAR' : STORED[type];
}

/** The canonical text of a value that is kept in another type. */
const TEXT: Readonly<Record<Storage, (value: string) => string>> = {
  BIGINT: (value) => `${value}::VARCHAR`,
  'DECIMAL(18, 6)': (value) => `regexp_replace(${value}::VARCHAR, '[.]?0+$', '')`,
  DATE: (value) => `${value}::VARCHAR`,
  ENUM: (value) => `${value}::VARCHAR`,
  VARCHAR: (value) => value,
};

/** A kept value's canonical text, in SQL. */
export const textOf = ({ value, storage }: Pick<ScanColumn, 'value' | 'storage'>, cells = 'cells'): string => TEXT[storage](`${cells}.${value}`);

const SCALE: Readonly<Partial<Record<Storage, { readonly places: number; readonly most: string }>>> = {
  BIGINT: { places: 0, most: '1e18' },
  'DECIMAL(18, 6)': { places: 6, most: '1e12' },
};

/** Whether a kept number or day is below `min` or above `max`, with the bound rounded to what the type can say. */
export function outside(value: string, storage: Storage, bound: string, side: 'low' | 'high'): string {
  if (storage === 'DATE') return isDay(bound) ? `${value} ${side === 'low' ? '<' : '>'} CAST(${literal(bound)} AS DATE)` : 'FALSE';
  const { places, most } = SCALE[storage] ?? { places: 0, most: '0' };
  // Up for what is at least, down for what is at most; big.js rounds away from zero or towards it.
  const rounded = decimal(bound).round(places, (side === 'low') === decimal(bound).gt(0) ? Big.roundUp : Big.roundDown);
  if (rounded.abs().gte(most)) return (side === 'low') === rounded.gt(0) ? 'TRUE' : 'FALSE';
  return `${value} ${side === 'low' ? '<' : '>'} CAST(${literal(rounded.toFixed())} AS ${storage})`;
}
