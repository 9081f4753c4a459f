import { isDecimal } from '../../analysis/decimal.js';
import type { Variable } from '../../datasets/dataset.types.js';
import { canonical, fitting, usual, written } from './canonical.js';
import { cellFault, missing } from './cell-faults.js';
import { FAULT } from './faults.js';
import { readFileSql } from './read-file.js';
import { layered, list } from './sql.js';
import { outside } from './storage.js';
import type { ScanColumn, TableFile } from './table-file.js';

/** Lists of codes as types: a text that is none of them cannot be cast. A code with blanks around it is no cell's. */
export const codeTypes = (columns: readonly ScanColumn[]): string[] =>
  columns.flatMap((column) => {
    const codes = column.codes && [...column.codes.names.keys()].filter((code) => code !== '' && code === code.trim());
    return codes ? [`CREATE TYPE ${typeName(column)} AS ENUM (${list(codes)})`] : [];
  });

/**
 * One pass over the file. Every cell's value; and for a row with anything wrong, what that is in each cell (`wrong`) and what was written there
 * (`odd`). What is written as usual has a value of its column's type at once, and is right but for its range; all else is looked at more closely, which
 * DuckDB does for those rows alone. It reserves memory by the number of columns, so there is none for each column's faults.
 */
export function loadTable(file: TableFile, columns: readonly ScanColumn[]): string {
  const places = columns.map(({ place }) => `c${place}`);
  const kept = file.read ? [`c${file.read.rowNumber}::INTEGER AS n`, `c${file.read.unreadable} AS known`] : [];
  const levels = [
    columns.map((column) => `${quick(column, file)} AS q${column.index}`),
    columns.map((column) => `CASE WHEN q${column.index} IS NULL THEN ${written(`c${column.place}`)} END AS w${column.index}`),
    columns.map((column) => `${readOf(column, file)} AS r${column.index}`),
    columns.map((column) => `${valueOf(column, file)} AS ${column.value}`),
    columns.map((column) => `(${faultOf(column, file)})::UTINYINT AS e${column.index}`),
  ];
  const cells = layered(`SELECT ${[...kept, ...places].join(', ')} FROM ${readFileSql(file)}`, levels);
  const faults = columns.map(({ index }) => `e${index}`);
  const ofWrong = (texts: readonly string[]) => `CASE WHEN (${faults.join(' | ')}) <> 0 THEN [${texts.join(', ')}] END`;
  return `CREATE OR REPLACE TABLE cells AS SELECT ${[...(file.read ? ['n'] : []), ...columns.map(({ value }) => value)].join(', ')},
    ${ofWrong(columns.map(({ index }) => `w${index}`))} AS odd, ${ofWrong(faults)} AS wrong FROM (${cells})`;
}

/** Whether it was found unreadable when the table was read. */
const isKnown = (place: number): string => `coalesce(contains(known, ',${place},'), FALSE)`;

/** Nothing where a column is kept as text. */
function quick(column: ScanColumn, file: TableFile): string {
  const { storage, place } = column;
  if (storage === 'VARCHAR') return 'NULL';
  const value = storage === 'ENUM' ? `TRY_CAST(c${place} AS ${typeName(column)})` : usual(storage, file.mark, `c${place}`);
  return file.read ? `CASE WHEN NOT ${isKnown(place)} THEN ${value} END` : value;
}

/** The canonical text of what is not written as usual. What was read before is canonical. */
const readOf = ({ variable, index }: ScanColumn, file: TableFile): string =>
  file.read || isText(variable) ? `w${index}` : `CASE WHEN w${index} IS NOT NULL THEN ${canonical(variable, file.mark, `w${index}`)} END`;

function valueOf(column: ScanColumn, file: TableFile): string {
  const { variable: { type }, storage, place, index } = column;
  const [text, read] = [`w${index}`, `r${index}`];
  // A number with a fraction in a column of whole ones, and what cannot be read, stay as they were written.
  if (storage === 'VARCHAR') return type === 'integer' && !file.read ? `CASE WHEN contains(${read}, '.') THEN ${text} ELSE coalesce(${read}, ${text}) END` : `coalesce(${read}, ${text})`;
  const slow = storage === 'ENUM' ? `TRY_CAST(${read} AS ${typeName(column)})` : fitting(storage, read);
  return `coalesce(q${index}, ${file.read ? `CASE WHEN NOT ${isKnown(place)} THEN ${slow} END` : slow})`;
}

function faultOf(column: ScanColumn, file: TableFile): string {
  const found = column.storage === 'VARCHAR' ? faultOfText(column, file) : faultOfTyped(column);
  return file.read ? `CASE WHEN ${isKnown(column.place)} THEN ${FAULT.known} ELSE ${found} END` : found;
}

function faultOfTyped({ variable, storage, index, value }: ScanColumn): string {
  const { min, max } = variable;
  const range = [isDecimal(min) && `WHEN ${outside(value, storage, min, 'low')} THEN ${FAULT.low}`, isDecimal(max) && `WHEN ${outside(value, storage, max, 'high')} THEN ${FAULT.high}`].filter((one) => one !== false);
  const inside = range.length > 0 ? `CASE ${range.join(' ')} ELSE ${FAULT.none} END` : FAULT.none;
  const otherwise = storage === 'ENUM' ? FAULT.code : unreadOr(variable, `r${index}`, String(FAULT.wide));
  return `CASE WHEN ${value} IS NOT NULL THEN ${inside} WHEN w${index} IS NULL THEN ${missing(variable)} ELSE ${otherwise} END`;
}

function faultOfText({ variable, value, index, codes: known }: ScanColumn, file: TableFile): string {
  const codes = known ? typeName({ value }) : null;
  if (file.read || isText(variable)) return cellFault(variable, value, codes);
  const read = `r${index}`;
  return `CASE WHEN w${index} IS NULL THEN ${missing(variable)} ELSE ${unreadOr(variable, read, cellFault(variable, read, codes))} END`;
}

function unreadOr({ type }: Variable, read: string, otherwise: string): string {
  const unread = type === 'date' ? FAULT.notDate : FAULT.notNumber;
  const whole = type === 'integer' ? `WHEN contains(${read}, '.') THEN ${FAULT.notWhole}` : '';
  return `CASE WHEN ${read} IS NULL THEN ${unread} ${whole} ELSE ${otherwise} END`;
}

const isText = ({ type }: Variable): boolean => type === 'string' || type === 'region';

const typeName = ({ value }: Pick<ScanColumn, 'value'>): string => `codes_${value}`;
