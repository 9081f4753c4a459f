import type { Text } from 'tertib';

/** A hidden cell by its row, as an official would point at it; null for the totals. */
export interface NamedCell {
  readonly row: string | null;
  readonly column: string;
}

/** The columns as people call them: a cell is kept with the name that the file has. */
type Columns = readonly { readonly name: string; readonly title: string }[];

/** Cells one after the other; cells that are added up, as such. */
export function cellNames(cells: readonly NamedCell[], columns: Columns, between = '; '): Text {
  const titleOf = (name: string): string => `“${columns.find((one) => one.name === name)?.title ?? name}”`;
  return {
    id: cells.map(({ row, column }) => `${row === null ? 'Jumlah' : `baris ${row}`} kolom ${titleOf(column)}`).join(between),
    en: cells.map(({ row, column }) => `${row === null ? 'the total' : `row ${row}`}, column ${titleOf(column)}`).join(between),
  };
}

const MOST_ADDED = 5;

/** Sums of hidden cells; of a longer one its first cells. */
export function sumNames(sums: readonly (readonly NamedCell[])[], columns: Columns): Text {
  const names = sums.map((cells) => cellNames(cells.slice(0, MOST_ADDED), columns, ' + '));
  return { id: names.map(({ id }) => id).join('; '), en: names.map(({ en }) => en).join('; ') };
}
