import type { Variable } from '../datasets/dataset.types.js';
import { LIMITS } from './limits.js';
import { UnreadableTable, type RawCell, type RawSheet } from './table.types.js';

export type GridRow = Readonly<Record<string, unknown>>;

/** Rows typed into the grid on screen; row 1 is the first. */
export function readGrid(rows: readonly GridRow[], variables: readonly Variable[]): RawSheet {
  if (rows.length > LIMITS.rows) throw new UnreadableTable({ id: `Paling banyak ${LIMITS.rows} baris.`, en: `At most ${LIMITS.rows} rows.` });
  const cells = (row: GridRow): RawCell[] => variables.map(({ name }) => rawOf(Object.hasOwn(row, name) ? row[name] : null));
  return { source: 'grid', headers: variables.map(({ name }) => name), rows: rows.map((row, index) => ({ number: index + 1, cells: cells(row) })), mark: null };
}

const rawOf = (value: unknown): RawCell => (typeof value === 'string' || typeof value === 'number' ? value : null);
