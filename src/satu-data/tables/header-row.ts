import type { Variable } from '../datasets/dataset.types.js';
import { normal, variableOf } from './header-names.js';
import type { RawCell, RawSheet } from './table.types.js';

/** Offices put a title, the name of the office and the year above their tables; more than this nobody puts there. */
export const SEARCHED = 30;

/** `(1) (2) (3)` under the headers, as in printed tables. */
const NUMBERING = /^\(\d+\)$/;

/** How many different columns a row of cells names. */
function named(cells: readonly RawCell[], variables: readonly Variable[], own: RawSheet['ownNames']): number {
  return new Set(cells.flatMap((cell) => (typeof cell === 'string' ? (variableOf(cell, variables, own)?.name ?? []) : []))).size;
}

/** How many different columns the row names that names the most. */
export const mostNamed = (rows: readonly (readonly RawCell[])[], variables: readonly Variable[]): number => Math.max(0, ...rows.map((cells) => named(cells, variables, undefined)));

/** Which of the first rows are the headers: the first of those that name the most columns. -1 where no row names any. */
export function headersAmong(rows: readonly (readonly RawCell[])[], variables: readonly Variable[], own?: RawSheet['ownNames']): number {
  const counts = rows.slice(0, SEARCHED).map((cells) => named(cells, variables, own));
  const most = Math.max(0, ...counts);
  return most === 0 ? -1 : counts.indexOf(most);
}

/** Offices number their rows: such a column says nothing of what stands in them. */
export const isRowNumber = (header: string): boolean => /^(no\.?|nomor)$/.test(normal(header));

/** The sheet from its row of headers on, and which row that is. Null where no row names any column. */
export function fromHeaders(sheet: RawSheet, variables: readonly Variable[]): (RawSheet & { readonly headerRow: number }) | null {
  const above = [sheet.headers, ...sheet.rows.slice(0, SEARCHED - 1).map(({ cells }) => cells)];
  const place = headersAmong(above, variables, sheet.ownNames);
  if (place < 0) return null;
  const rows = sheet.rows.slice(place);
  const headers = place === 0 ? sheet.headers : (above[place] ?? []).map((cell) => String(cell ?? '').trim());
  const headerRow = place === 0 ? 1 : (sheet.rows[place - 1]?.number ?? 1);
  return { ...sheet, headers, headerRow, rows: isNumbering(rows[0]?.cells ?? []) ? rows.slice(1) : rows };
}

/** Whether a row only numbers the columns. */
export const isNumbering = (cells: readonly RawCell[]): boolean => {
  const filled = cells.filter((cell) => cell !== null && cell !== '');
  return filled.length > 0 && filled.every((cell) => typeof cell === 'string' && NUMBERING.test(cell.trim()));
};
