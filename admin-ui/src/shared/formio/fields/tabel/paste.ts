import type { TableColumn, TableRow } from './check.js';

/** As many rows as a table that is typed may have; longer ones come as a file. */
export const MOST_ROWS = 10_000;

export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Pasted {
  readonly rows: TableRow[];
  /** Texts by column, for those columns that were written. */
  readonly written: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether there was more than the table has columns, or rows may be. */
  readonly cut: boolean;
}

/** Cells put at a place: to the right of it and below, with new rows where there are too few. Titles of the columns above the cells are left out. */
export function pasted(rows: readonly TableRow[], columns: readonly TableColumn[], at: Place, cells: readonly (readonly string[])[]): Pasted {
  const titles = columns.slice(at.column);
  const [first = []] = cells;
  const titled = cells.length > 1 && first.every((cell, index) => isTitle(cell, titles[index]));
  const block = titled ? cells.slice(1) : cells;
  const next = [...rows];
  const written = new Map<string, Set<string>>();
  for (const [down, line] of block.slice(0, Math.max(0, MOST_ROWS - at.row)).entries()) {
    const row: TableRow = { ...next[at.row + down] };
    for (const [index, column] of titles.slice(0, line.length).entries()) {
      const text = (line[index] ?? '').trim();
      row[column.key] = text;
      written.set(column.key, (written.get(column.key) ?? new Set()).add(text));
    }
    next[at.row + down] = row;
  }
  return { rows: next, written, cut: at.row + block.length > MOST_ROWS || block.some((line) => line.slice(titles.length).some((cell) => cell.trim() !== '')) };
}

/** The rows with codes in place of what can only mean them. */
export const withCodes = (rows: readonly TableRow[], column: string, codes: Readonly<Record<string, string>>): TableRow[] =>
  rows.map((row) => {
    const text = String(row[column] ?? '');
    const code = Object.hasOwn(codes, text) ? codes[text] : undefined;
    return code === undefined || code === text ? row : { ...row, [column]: code };
  });

/** As the server compares headers: with the unit or without it, as they stand above the table and in the template; a star and blanks tell nothing. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\*\s*$/, '').trim().replaceAll(/\s+/g, ' ').toLowerCase();

const isTitle = (cell: string, column: TableColumn | undefined): boolean => column !== undefined && [column.key, column.label, `${column.label} (${column.unit?.trim() ?? ''})`].some((name) => plain(name) === plain(cell));
