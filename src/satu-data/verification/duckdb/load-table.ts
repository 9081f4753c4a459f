import { boundsOf } from '../../datasets/bounds.js';
import type { Variable } from '../../datasets/dataset.types.js';
import { isSpoilt } from '../../tables/spoilt-text.js';
import { canonical, fitting, isSpoiltText, usual, writtenIn } from './canonical.js';
import { cellFault, isText, missing } from './cell-faults.js';
import { FAULT } from './faults.js';
import { readFileSql } from './read-file.js';
import { bound, layered, list } from './sql.js';
import { outside } from './storage.js';
import { readingOf, type ScanColumn, type TableFile } from './table-file.js';

/** Lists of codes as types: a text that is none of them cannot be cast. A code with blanks around it is no cell's, nor is one that Excel may have made of another. */
export const codeTypes = (columns: readonly ScanColumn[]): string[] =>
  columns.flatMap((column) => {
    const codes = column.codes && [...column.codes.names.keys()].filter((code) => code !== '' && code === code.trim() && !isSpoilt(code));
    return codes ? [`CREATE TYPE ${typeName(column)} AS ENUM (${list(codes)})`] : [];
  });

/**
 * One pass over the file: the table `cells` with every cell's value; and of a row with anything wrong, all that was written in it (`bad`). What is written as
 * usual has a value of its column's type at once, and a row of such values in their ranges is done with. Each expression over all rows costs, however seldom it
 * finds anything: what exactly is wrong in the few others is looked for apart, see {@link wrongRows}.
 */
export function loadTable(file: TableFile, columns: readonly ScanColumn[]): string {
  const levels = [...asRead(file, columns), columns.map((column) => `${valueOf(column, file)} AS ${column.value}`)];
  const row = file.read ? [`c${file.read.rowNumber}::INTEGER AS n`] : [];
  const cells = layered(`SELECT ${[...row, ...knownIn(file), ...placesOf(columns)].join(', ')} FROM ${readFileSql(file)}`, levels);
  const fine = [...(file.read ? ["coalesce(known, '') = ''"] : []), ...columns.flatMap((column) => fineOf(column, file) ?? [])].join(' AND ') || 'TRUE';
  // A list: a column for each cell would be as large as the table itself.
  const bad = `[${writtenOf(file, columns).join(', ')}]`;
  return `CREATE OR REPLACE TABLE cells AS SELECT ${[...(file.read ? ['n'] : []), ...columns.map(({ value }) => value)].join(', ')}, CASE WHEN ${fine} THEN NULL ELSE ${bad} END AS bad FROM (${cells})`;
}

/**
 * Of the rows of `cells` with anything written and anything wrong: what that is in each cell (`wrong`), and what was written there (`odd`).
 * They are put together first: two in each thousand, where they stand, would take as long as the thousand.
 */
export function wrongRows(file: TableFile, columns: readonly ScanColumn[]): string {
  const written = writtenOf(file, columns).map((cell, index) => `bad[${index + 1}] AS ${cell}`);
  const few = `SELECT rowid AS spot, ${[...written, ...columns.map(({ value }) => value)].join(', ')} FROM cells WHERE bad IS NOT NULL`;
  const rows = layered('FROM few', asRead(file, columns.filter((column) => isReadAsText(column, file))));
  const texts = columns.map((column) => cellText(column, file)).join(', ');
  const faults = columns.map((column) => `(${faultOf(column, file)})::UTINYINT`).join(', ');
  return `WITH few AS MATERIALIZED (${few}) FROM (SELECT spot, [${texts}] AS odd, [${faults}] AS wrong FROM (${rows})) WHERE list_count(odd) > 0`;
}

const placesOf = (columns: readonly ScanColumn[]): string[] => [...new Set(columns.map(({ place }) => `c${place}`))];
const knownIn = ({ read }: TableFile): string[] => (read ? [`c${read.unreadable} AS known`] : []);
/** All that a row says, under the names that it has there. */
const writtenOf = ({ read }: TableFile, columns: readonly ScanColumn[]): string[] => [...(read ? ['known'] : []), ...placesOf(columns)];

/** What is written as usual, as its value (`q0`, …); and numbers and dates that are kept as text, as they are read (`r0`, …). */
const asRead = (file: TableFile, columns: readonly ScanColumn[]): string[][] => [
  columns.map((column) => `${quick(column, file)} AS q${column.index}`),
  columns.filter((column) => isReadAsText(column, file)).map((column) => `${canonical(column.variable, readingOf(file), `q${column.index}`)} AS r${column.index}`),
];

/** What is written in a cell; null where nothing is. */
const cellText = ({ variable, place }: ScanColumn, file: TableFile): string => writtenIn(`c${place}`, variable, readingOf(file));

/** Whether it was found unreadable when the table was read. */
const isKnown = (place: number): string => `coalesce(contains(known, ',${place},'), FALSE)`;

/** The value of what is written as usual, of a type of few bytes; the text as written, where a column is kept as that. */
function quick(column: ScanColumn, file: TableFile): string {
  const { storage, place } = column;
  if (storage === 'VARCHAR') return cellText(column, file);
  const value = storage === 'ENUM' ? `TRY_CAST(c${place} AS ${typeName(column)})` : usual(storage, readingOf(file), `c${place}`);
  return file.read ? `CASE WHEN NOT ${isKnown(place)} THEN ${value} END` : value;
}

/** Numbers and dates that are kept as text. What was read before is canonical. */
const isReadAsText = ({ variable, storage }: ScanColumn, file: TableFile): boolean => storage === 'VARCHAR' && !file.read && !isText(variable);

/** The canonical text of a cell in a column of few bytes: of those that are not written as usual. */
const readOf = (column: ScanColumn, file: TableFile): string => (file.read || isText(column.variable) ? cellText(column, file) : bound(cellText(column, file), 'w', (text) => canonical(column.variable, readingOf(file), text)));

function valueOf(column: ScanColumn, file: TableFile): string {
  const { variable: { type }, storage, place, index } = column;
  const [first, read] = [`q${index}`, `r${index}`];
  if (storage === 'VARCHAR') {
    if (!isReadAsText(column, file)) return first;
    // A number with a fraction in a column of whole ones, and what cannot be read, stay as they were written.
    return type === 'integer' ? `CASE WHEN contains(${read}, '.') THEN ${first} ELSE coalesce(${read}, ${first}) END` : `coalesce(${read}, ${first})`;
  }
  const slow = storage === 'ENUM' ? `TRY_CAST(${readOf(column, file)} AS ${typeName(column)})` : bound(readOf(column, file), 'r', (text) => fitting(storage, text));
  return `coalesce(${first}, ${file.read ? `CASE WHEN NOT ${isKnown(place)} THEN ${slow} END` : slow})`;
}

/** What shows at once that nothing is wrong with a cell; nothing, where nothing can be. */
function fineOf(column: ScanColumn, file: TableFile): string | null {
  const { variable, storage, place, value, codes } = column;
  if (storage !== 'VARCHAR') {
    const inside = [`${value} IS NOT NULL`, ...bounds(column).map(({ broken }) => `NOT ${broken}`)].join(' AND ');
    return missing(variable) === FAULT.none ? `CASE WHEN ${value} IS NULL THEN coalesce(c${place}, '') = '' ELSE ${inside} END` : inside;
  }
  const { min, max } = boundsOf(variable);
  const anyTextWillDo = !isReadAsText(column, file) && !codes && !variable.pattern && min === null && max === null;
  if (!anyTextWillDo) return `(${faultOfText(column, file)}) = ${FAULT.none}`;
  const sound = `NOT (${isSpoiltText(value)})`;
  return missing(variable) === FAULT.none ? `coalesce(${sound}, TRUE)` : `${value} IS NOT NULL AND ${sound}`;
}

function faultOf(column: ScanColumn, file: TableFile): string {
  const found = column.storage === 'VARCHAR' ? faultOfText(column, file) : faultOfTyped(column, file);
  return file.read ? `CASE WHEN ${isKnown(column.place)} THEN ${FAULT.known} ELSE ${found} END` : found;
}

/** Bounds of a number or a day, and in SQL whether it is beyond. */
function bounds({ variable, value, storage }: ScanColumn): { readonly broken: string; readonly fault: number }[] {
  const { min, max } = boundsOf(variable);
  return [
    ...(min !== null ? [{ broken: `(${outside(value, storage, min, 'low')})`, fault: FAULT.low }] : []),
    ...(max !== null ? [{ broken: `(${outside(value, storage, max, 'high')})`, fault: FAULT.high }] : []),
  ];
}

function faultOfTyped(column: ScanColumn, file: TableFile): string {
  const { variable, storage, value } = column;
  const range = bounds(column).map(({ broken, fault }) => `WHEN ${broken} THEN ${fault}`);
  const inside = range.length > 0 ? `CASE ${range.join(' ')} ELSE ${FAULT.none} END` : FAULT.none;
  const otherwise = storage === 'ENUM' ? `CASE WHEN ${isSpoiltText(cellText(column, file))} THEN ${FAULT.spoilt} ELSE ${FAULT.code} END` : bound(readOf(column, file), 'r', (read) => unreadOr(variable, read, String(FAULT.wide)));
  return `CASE WHEN ${value} IS NOT NULL THEN ${inside} WHEN ${cellText(column, file)} IS NULL THEN ${missing(variable)} ELSE ${otherwise} END`;
}

function faultOfText(column: ScanColumn, file: TableFile): string {
  const { variable, value, index, codes: known } = column;
  const codes = known ? typeName({ value }) : null;
  if (!isReadAsText(column, file)) return cellFault(variable, value, codes);
  const read = `r${index}`;
  return `CASE WHEN q${index} IS NULL THEN ${missing(variable)} ELSE ${unreadOr(variable, read, cellFault(variable, read, codes))} END`;
}

function unreadOr({ type }: Variable, read: string, otherwise: string): string {
  const unread = type === 'date' ? FAULT.notDate : FAULT.notNumber;
  const whole = type === 'integer' ? `WHEN contains(${read}, '.') THEN ${FAULT.notWhole}` : '';
  return `CASE WHEN ${read} IS NULL THEN ${unread} ${whole} ELSE ${otherwise} END`;
}

/** The type that a column's codes are. */
export const typeName = ({ value }: Pick<ScanColumn, 'value'>): string => `codes_${value}`;
