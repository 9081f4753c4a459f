import type { ReadTable, TableLayout, TableRow } from './table.types.js';

/** Rows, and which of their cells were refused when they were read. */
export type RefusedIn = Pick<ReadTable, 'rows'> & { readonly layout: Pick<TableLayout, 'unreadable'> };

/** Whether a cell of one of these very rows was refused: what stands in it is text, though it may look like a number. */
export function refusedIn({ rows, layout: { unreadable } }: RefusedIn): (row: TableRow, column: string) => boolean {
  const refused = new Map<TableRow, Set<string>>();
  for (const { row: index, column } of unreadable) {
    const row = rows[index];
    if (row) refused.set(row, (refused.get(row) ?? new Set()).add(column));
  }
  return (row, column) => refused.get(row)?.has(column) ?? false;
}

/** The rows, each in its place, with no value where a cell was refused: nobody knows which number is meant, so none is added up. */
export function withoutRefused(table: RefusedIn): TableRow[] {
  if (table.layout.unreadable.length === 0) return table.rows;
  const isRefused = refusedIn(table);
  return table.rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isRefused(row, name) ? null : value])));
}
