import type { DecimalMark, Variable } from '../datasets/dataset.types.js';
import { readCell, readMerged } from './cell-value.js';
import { columnLetter } from './column-letter.js';
import type { RawSheet, ReadTable, TableRow, Unreadable } from './table.types.js';
import { templateMark } from './template-mark.js';

interface Described {
  readonly id: string;
  readonly variables: readonly Variable[];
  readonly decimalMark: DecimalMark;
}

/** Gives a sheet's cells the types of a data set's variables. Headers are a variable's title or name; rows without any value are left out. */
export function typeTable(sheet: RawSheet, dataset: Described): ReadTable {
  const places = placesOf(sheet.headers, dataset.variables);
  const unreadable: Unreadable[] = [];
  const rowNumbers: number[] = [];
  const rows: TableRow[] = [];
  for (const { number, cells, merged = [] } of sheet.rows) {
    const read = [...places].filter(([, place]) => place >= 0).map(([variable, place]) => [variable.name, merged.includes(place) ? readMerged(cells[place] ?? null, variable, dataset.decimalMark) : readCell(cells[place] ?? null, variable, dataset.decimalMark)] as const);
    if (read.every(([, { value }]) => value === null)) continue;
    for (const [column, cell] of read) if ('problem' in cell) unreadable.push({ row: rows.length, column, message: cell.problem });
    rows.push(Object.fromEntries(read.map(([name, { value }]) => [name, value])));
    rowNumbers.push(number);
  }
  return {
    rows,
    layout: {
      source: sheet.source,
      columns: Object.fromEntries([...places].filter(([, place]) => place >= 0).map(([{ name }, place]) => [name, columnLetter(place + 1)])),
      rowNumbers,
      unreadable,
      unknown: unknownHeaders(sheet.headers, places),
      templateFits: sheet.mark === null || sheet.mark === templateMark(dataset),
    },
  };
}

/** Which column holds which variable; -1 for none. */
export const placesOf = (headers: readonly string[], variables: readonly Variable[]): Map<Variable, number> =>
  new Map(variables.map((variable) => [variable, headers.findIndex((header) => isHeaderOf(header, variable))]));

export function unknownHeaders(headers: readonly string[], places: ReadonlyMap<Variable, number>): string[] {
  const used = new Set(places.values());
  return headers.filter((header, place) => header !== '' && !used.has(place));
}

const normal = (text: string): string => text.replace(/\*\s*$/, '').trim().replace(/\s+/g, ' ').toLowerCase();
const isHeaderOf = (header: string, { name, title }: Variable): boolean => [name, title].some((one) => normal(one) === normal(header));
