import type { Text } from 'tertib';
import type { TableLayout } from './table.types.js';

/** A cell as Excel names it, e.g. `C7`. Null of what was typed into the page: its rows have numbers and its columns titles, but no letters. */
export const cellName = ({ source }: Pick<TableLayout, 'source'>, letter: string, row: number): string | null => (source === 'grid' ? null : `${letter}${row}`);

/** Where a cell is: its name, or else its row. Without a title where that stands beside it already. */
export function cellWords(cell: string | null, row: number, title?: string): Text {
  if (cell !== null) return { id: cell, en: cell };
  const column = title === undefined ? '' : `, ${title}`;
  return { id: `Baris ${row}${column}`, en: `Row ${row}${column}` };
}
