import type { Variable } from '../datasets/dataset.types.js';
import { variableOf } from './header-names.js';
import type { RawCell, RawSheet } from './table.types.js';

/** Offices put a title, the name of the office and the year above their tables; more than this nobody puts there. */
const SEARCHED = 30;

/** `(1) (2) (3)` under the headers, as in printed tables. */
const NUMBERING = /^\(\d+\)$/;

/** How many different columns a row of cells names. */
function named(cells: readonly RawCell[], variables: readonly Variable[], own: RawSheet['ownNames']): number {
  return new Set(cells.flatMap((cell) => (typeof cell === 'string' ? (variableOf(cell, variables, own)?.name ?? []) : []))).size;
}

/** The sheet from its row of headers on: the first of those that name the most columns. Null where no row names any. */
export function fromHeaders(sheet: RawSheet, variables: readonly Variable[]): RawSheet | null {
  const above = [sheet.headers, ...sheet.rows.slice(0, SEARCHED - 1).map(({ cells }) => cells)];
  const counts = above.map((cells) => named(cells, variables, sheet.ownNames));
  const most = Math.max(...counts);
  if (most === 0) return null;
  const place = counts.indexOf(most);
  const rows = sheet.rows.slice(place);
  const headers = place === 0 ? sheet.headers : (above[place] ?? []).map((cell) => String(cell ?? '').trim());
  return { ...sheet, headers, rows: isNumbering(rows[0]?.cells ?? []) ? rows.slice(1) : rows };
}

const isNumbering = (cells: readonly RawCell[]): boolean => {
  const filled = cells.filter((cell) => cell !== null && cell !== '');
  return filled.length > 0 && filled.every((cell) => typeof cell === 'string' && NUMBERING.test(cell.trim()));
};
