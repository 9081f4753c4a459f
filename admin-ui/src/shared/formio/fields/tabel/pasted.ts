import type { TableColumn, TableRow } from './check.js';

/** A cell up to a tab, the end of the line or of the text; in quotes where it has one of these in it, as spreadsheets write it. */
const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;

/** Cells as Excel, LibreOffice and Google Sheets put them on the clipboard. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  CELL.lastIndex = 0;
  for (let found = CELL.exec(text); found; found = CELL.exec(text)) {
    const [, quoted, plain = '', end = ''] = found;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  // Spreadsheets end the last line as well.
  if (rows.length > 1 && rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === '') rows.pop();
  return rows;
}

export interface Pasted {
  readonly rows: TableRow[];
  /** How many cells had no column any more. */
  readonly beyond: number;
}

/** Puts cells from a place on, and makes the rows that are not there yet. Headers that were copied along are none. */
export function pasteAt(rows: readonly TableRow[], columns: readonly TableColumn[], at: { readonly row: number; readonly column: number }, cells: readonly (readonly string[])[]): Pasted {
  const named = (cell: string, index: number): boolean => [columns[at.column + index]?.label, columns[at.column + index]?.key].includes(cell.replace(/\*\s*$/, '').trim());
  const block = cells.length > 1 && cells[0]?.every(named) ? cells.slice(1) : cells;
  const next = [...rows];
  let beyond = 0;
  block.forEach((line, down) => {
    const row: TableRow = { ...next[at.row + down] };
    line.forEach((text, across) => {
      const column = columns[at.column + across];
      if (column) row[column.key] = text.trim();
      else if (text.trim() !== '') beyond += 1;
    });
    next[at.row + down] = row;
  });
  return { rows: next, beyond };
}
