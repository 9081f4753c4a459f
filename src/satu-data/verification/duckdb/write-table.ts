import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Variable } from '../../datasets/dataset.types.js';
import type { ReadTable, TableRow } from '../../tables/index.js';
import type { TableLayout } from '../../tables/table.types.js';
import type { TableFile } from './table-file.js';

/** A table that was read before, as a file for the scan: its values, the source's row numbers, and which cells could not be read. */
export async function writeTable(folder: string, name: string, variables: readonly Variable[], { rows, layout }: Pick<ReadTable, 'rows' | 'layout'>): Promise<TableFile> {
  const present = variables.filter((variable) => variable.name in layout.columns).map((variable) => variable.name);
  const path = join(folder, name);
  const unreadable = new Map<number, number[]>();
  for (const { row, column } of layout.unreadable) unreadable.set(row, [...(unreadable.get(row) ?? []), present.indexOf(column)]);
  await pipeline(Readable.from(lines(present, rows, (index) => [layout.rowNumbers[index] ?? 0, unreadable.get(index)])), createWriteStream(path));
  return {
    path, delimiter: ',', mark: '.', width: present.length + 2, places: Object.fromEntries(present.map((column, place) => [column, place])),
    read: { rowNumber: present.length, unreadable: present.length + 1 },
  };
}

/** Rows to compare with: nothing but values, and which of them are none. */
export const writeRows = (folder: string, name: string, variables: readonly Variable[], rows: readonly TableRow[], unreadable: TableLayout['unreadable'] = []): Promise<TableFile> =>
  writeTable(folder, name, variables, { rows: [...rows], layout: { source: 'grid', columns: Object.fromEntries(variables.map((one) => [one.name, ''])), rowNumbers: [], unreadable, unknown: [], templateFits: true } });

/** Some hundred rows at a time: a write for each would take longer than the check. */
const CHUNK = 500;

function* lines(columns: readonly string[], rows: readonly TableRow[], marks: (index: number) => readonly [number, readonly number[] | undefined]): Generator<string> {
  yield `${[...columns.map((_, place) => `c${place}`), 'n', 'known'].join(',')}\n`;
  for (let start = 0; start < rows.length; start += CHUNK) {
    yield rows.slice(start, start + CHUNK).map((row, offset) => {
      const [number, places] = marks(start + offset);
      return `${[...columns.map((column) => cell(row[column] ?? null)), number, places ? cell(`,${places.join(',')},`) : ''].join(',')}\n`;
    }).join('');
  }
}

const cell = (value: string | null): string => (value === null ? '' : `"${value.replaceAll('"', '""')}"`);
