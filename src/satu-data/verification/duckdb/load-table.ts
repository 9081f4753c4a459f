import { isDecimal } from '../../analysis/decimal.js';
import type { Variable } from '../../datasets/dataset.types.js';
import type { VerificationContext } from '../finding.js';
import { canonical, typed, written } from './canonical.js';
import { cellFault } from './cell-faults.js';
import { FAULT } from './faults.js';
import { readFileSql } from './read-file.js';
import { list } from './sql.js';
import { outside } from './storage.js';
import type { ScanColumn, TableFile } from './table-file.js';

type Regions = Pick<VerificationContext, 'regions'>;

/** Lists of codes as types: a text that is none of them cannot be cast. A code with blanks around it is no cell's. */
export const codeTypes = (columns: readonly ScanColumn[], { regions }: Regions): string[] =>
  columns.flatMap((column) => {
    const codes = codesOf(column.variable, regions)?.filter((code) => code !== '' && code === code.trim());
    return codes ? [`CREATE TYPE ${typeName(column)} AS ENUM (${list([...new Set(codes)])})`] : [];
  });

/**
 * One pass over the file. Every cell's value; and for a row with anything wrong, what that is in each cell (`wrong`) and what was written there
 * (`odd`). A value of its column's type is right but for its range; what has none is looked at more closely. DuckDB reserves memory by the
 * number of columns, so there is none for each column's faults.
 */
export function loadTable(file: TableFile, columns: readonly ScanColumn[], context: Regions): string {
  const kept = file.read ? [`c${file.read.rowNumber}::INTEGER AS n`, `c${file.read.unreadable} AS known`] : [];
  const texts = columns.map(({ place }) => `c${place}`);
  const values = columns.map((column) => `${valueOf(column, file)} AS ${column.value}`);
  const faults = columns.map((column) => `(${faultOf(column, file, context)})::UTINYINT AS ${fault(column.index)}`);
  const names = [...(file.read ? ['n'] : []), ...columns.map(({ value }) => value)];
  const all = columns.map(({ index }) => fault(index));
  return `CREATE OR REPLACE TABLE cells AS SELECT ${names.join(', ')}, CASE WHEN (${all.join(' | ')}) <> 0 THEN [${texts.map(written).join(', ')}] END AS odd, CASE WHEN (${all.join(' | ')}) <> 0 THEN [${all.join(', ')}] END AS wrong
    FROM (SELECT *, ${faults.join(', ')} FROM (SELECT *, ${values.join(', ')} FROM (SELECT ${[...kept, ...texts].join(', ')} FROM ${readFileSql(file)})))`;
}

const fault = (index: number): string => `e${index}`;

/** Whether it was found unreadable when the table was read. */
const isKnown = (place: number): string => `coalesce(contains(known, ',${place},'), FALSE)`;

function valueOf(column: ScanColumn, file: TableFile): string {
  const { variable, storage, place } = column;
  const text = `c${place}`;
  if (storage === 'VARCHAR') return file.read || isText(variable) ? written(text) : asRead(variable, canonical(variable, file.mark, text), written(text));
  const value = storage === 'ENUM' ? `coalesce(TRY_CAST(${text} AS ${typeName(column)}), TRY_CAST(${written(text)} AS ${typeName(column)}))` : typed(storage, file.mark, text);
  return file.read ? `CASE WHEN NOT ${isKnown(place)} THEN ${value} END` : value;
}

/** A number with a fraction in a column of whole ones, and what cannot be read, stay as they were written. */
const asRead = ({ type }: Variable, read: string, text: string): string =>
  type === 'integer' ? `CASE WHEN contains(${read}, '.') THEN ${text} ELSE coalesce(${read}, ${text}) END` : `coalesce(${read}, ${text})`;

function faultOf(column: ScanColumn, file: TableFile, context: Regions): string {
  const found = column.storage === 'VARCHAR' ? faultOfText(column, file, context) : faultOfTyped(column, file);
  return file.read ? `CASE WHEN ${isKnown(column.place)} THEN ${FAULT.known} ELSE ${found} END` : found;
}

function faultOfTyped({ variable, storage, place, value }: ScanColumn, file: TableFile): string {
  const { min, max } = variable;
  const range = [isDecimal(min) && `WHEN ${outside(value, storage, min, 'low')} THEN ${FAULT.low}`, isDecimal(max) && `WHEN ${outside(value, storage, max, 'high')} THEN ${FAULT.high}`].filter((one) => one !== false);
  const inside = range.length > 0 ? `CASE ${range.join(' ')} ELSE ${FAULT.none} END` : FAULT.none;
  const text = written(`c${place}`);
  const otherwise = storage === 'ENUM' ? FAULT.code : unreadOr(variable, canonical(variable, file.mark, `c${place}`), String(FAULT.wide));
  return `CASE WHEN ${value} IS NOT NULL THEN ${inside} WHEN ${text} IS NULL THEN ${variable.required || variable.key ? FAULT.required : FAULT.none} ELSE ${otherwise} END`;
}

function faultOfText(column: ScanColumn, file: TableFile, context: Regions): string {
  const { variable, place, value } = column;
  const codes = codesOf(variable, context.regions) ? typeName(column) : null;
  if (file.read || isText(variable)) return cellFault(variable, value, codes);
  const read = canonical(variable, file.mark, `c${place}`);
  return `CASE WHEN ${written(`c${place}`)} IS NULL THEN ${cellFault(variable, 'NULL::VARCHAR', codes)} ELSE ${unreadOr(variable, read, cellFault(variable, read, codes))} END`;
}

function unreadOr({ type }: Variable, read: string, otherwise: string): string {
  const unread = type === 'date' ? FAULT.notDate : FAULT.notNumber;
  const whole = type === 'integer' ? `WHEN contains(${read}, '.') THEN ${FAULT.notWhole}` : '';
  return `CASE WHEN ${read} IS NULL THEN ${unread} ${whole} ELSE ${otherwise} END`;
}

const isText = ({ type }: Variable): boolean => type === 'string' || type === 'region';

function codesOf({ codes, type }: Variable, regions: Readonly<Record<string, string>>): readonly string[] | null {
  if (codes?.length) return codes;
  return type === 'region' ? Object.keys(regions) : null;
}

const typeName = ({ value }: ScanColumn): string => `codes_${value}`;
