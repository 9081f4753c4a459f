import type { Text } from 'tertib';

/** A hidden cell by its row, as an official would point at it; null for the totals. */
export interface NamedCell {
  readonly row: string | null;
  readonly column: string;
}

/** Cells one after the other; cells that are added up, as such. */
export const cellNames = (cells: readonly NamedCell[], between = '; '): Text => ({
  id: cells.map(({ row, column }) => `${row === null ? 'Jumlah' : `baris ${row}`} kolom ${column}`).join(between),
  en: cells.map(({ row, column }) => `${row === null ? 'the total' : `row ${row}`}, column ${column}`).join(between),
});

const MOST_ADDED = 5;

/** Sums of hidden cells; of a longer one its first cells. */
export function sumNames(sums: readonly (readonly NamedCell[])[]): Text {
  const names = sums.map((cells) => cellNames(cells.slice(0, MOST_ADDED), ' + '));
  return { id: names.map(({ id }) => id).join('; '), en: names.map(({ en }) => en).join('; ') };
}
