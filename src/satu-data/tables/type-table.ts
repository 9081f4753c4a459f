import type { DecimalMark, Variable } from '../datasets/dataset.types.js';
import { monthRemarks } from './became-months.js';
import { readCell, readMerged, readPercent } from './cell-value.js';
import { columnLetter } from './column-letter.js';
import { evidenceOf, isDoubtful, markRemarks, templateRemarks } from './doubtful-mark.js';
import { columnsOfDays, dayRemarks, textOf } from './excel-days.js';
import { placesOf, repeatedRemarks, unknownHeaders } from './header-places.js';
import { variableOf } from './header-names.js';
import { signRemarks } from './empty-signs.js';
import { fromHeaders } from './header-row.js';
import { hiddenRemarks } from './hidden-rows.js';
import { noColumns } from './no-columns.js';
import { StrayCells } from './stray-cells.js';
import type { RawSheet, ReadTable, Remark, TableLayout, TableRow, Unreadable } from './table.types.js';
import { markFor, refuseChanged, refusePart } from './template-made.js';
import { templateMark } from './template-mark.js';
import type { Reading } from './written-number.js';

interface Described {
  readonly id: string;
  readonly variables: readonly Variable[];
  readonly decimalMark: DecimalMark;
}

/**
 * Gives a sheet's cells the types of a data set's variables. Headers are a variable's title or name, or what the file's own template
 * called it; what stands above them is left out, as are rows without any value.
 *
 * @param signs - what means "no value" in columns of numbers and days
 * @throws {UnreadableTable} where nothing is called as what is asked for
 */
export function typeTable(raw: RawSheet, dataset: Described, signs: readonly string[] = []): ReadTable {
  const sheet = fromHeaders(raw, dataset.variables) ?? nothingKnown(raw, dataset.variables);
  const places = placesOf(sheet.headers, dataset.variables, sheet.ownNames);
  const unreadable: Unreadable[] = [];
  const rowNumbers: number[] = [];
  const hidden: number[] = [];
  const rows: TableRow[] = [];
  const present = [...places].filter(([, place]) => place >= 0);
  refusePart(sheet);
  refuseChanged(sheet, present);
  const { reading, remarks: ofMark } = readingOf(sheet, present, dataset, signs);
  const ofDays = columnsOfDays(sheet, present);
  const empty = new Map<string, number>();
  for (const row of sheet.rows) {
    const read = present.map(([variable, place]) => [variable.name, readPlace(row, place, variable, reading, ofDays.get(place))] as const);
    if (read.every(([, { value }]) => value === null)) continue;
    for (const [column, cell] of read) if ('problem' in cell) unreadable.push({ row: rows.length, column, message: cell.problem, ...(cell.held && { held: cell.held }) });
    for (const [, cell] of read) if ('sign' in cell && cell.sign !== undefined) empty.set(cell.sign, (empty.get(cell.sign) ?? 0) + 1);
    rows.push(Object.fromEntries(read.map(([name, { value }]) => [name, value])));
    rowNumbers.push(row.number);
    if (row.isHidden) hidden.push(row.number);
  }
  const isFilled = (place: number): boolean => sheet.rows.some(({ cells, merged = [] }) => (cells[place] ?? '') !== '' && !merged.includes(place));
  const remarks = [...repeatedRemarks(sheet.headers, dataset.variables, sheet.ownNames, isFilled), ...ofMark, ...dayRemarks(ofDays.values()), ...monthRemarks(sheet, present), ...hiddenRemarks(hidden), ...strayRemarks(sheet), ...signRemarks(empty)];
  return {
    rows,
    layout: {
      source: sheet.source,
      columns: Object.fromEntries(present.map(([{ name }, place]) => [name, columnLetter(place + 1)])),
      rowNumbers,
      unreadable,
      unknown: unknownHeaders(sheet.headers, dataset.variables, sheet.ownNames),
      ...(remarks.length > 0 && { remarks }),
      ...renamedIn(sheet.headers, present, dataset.variables),
      templateFits: sheet.mark === null || sheet.mark === templateMark(dataset),
    },
  };
}

/** In Excel no cell moves because of another: there, what stands beside a table is somebody's note. */
function strayRemarks({ source, headers, rows, delimiter }: RawSheet): readonly Remark[] {
  if (source !== 'csv') return [];
  const stray = new StrayCells(headers);
  for (const { number, cells } of rows) stray.see(number, cells);
  return stray.remarks(delimiter);
}

/** By which mark the numbers are read, and what is said of that. What may be two numbers is refused where the mark is in doubt, or nobody knows it. */
function readingOf(sheet: RawSheet, present: readonly (readonly [Variable, number])[], dataset: Described, signs: readonly string[]): { readonly reading: Reading; readonly remarks: readonly Remark[] } {
  const made = markFor(sheet, dataset);
  const mark = made ?? dataset.decimalMark;
  const evidence = evidenceOf(sheet, present, mark);
  const own = made === dataset.decimalMark ? [] : templateRemarks(made, dataset.decimalMark, evidence);
  return { reading: { mark, strict: made === null || isDoubtful(evidence, mark, sheet.delimiter), signs }, remarks: [...own, ...markRemarks(evidence, mark, sheet)] };
}

function readPlace({ cells, merged = [], percent = [], hidden }: RawSheet['rows'][number], place: number, variable: Variable, reading: Reading, ofDays: Parameters<typeof textOf>[1] | undefined): ReturnType<typeof readCell> {
  const raw = cells[place] ?? null;
  if (ofDays && raw instanceof Date) return { value: textOf(raw, ofDays) };
  if (typeof raw === 'number' && percent.includes(place)) return readPercent(raw, variable, reading);
  return merged.includes(place) ? readMerged(raw, variable, reading, hidden?.[place]) : readCell(raw, variable, reading, hidden?.[place]);
}

/** An empty file and one of other things are not the same to whoever sent it. */
function nothingKnown(sheet: RawSheet, variables: readonly Variable[]): RawSheet {
  const isEmpty = sheet.rows.every(({ cells }) => cells.every((cell) => cell === null || cell === '')) && sheet.headers.every((header) => header === '');
  if (isEmpty) return sheet;
  throw noColumns(sheet.headers, variables);
}

/** Also where the header is what another column is called by now. */
function renamedIn(headers: readonly string[], present: readonly (readonly [Variable, number])[], variables: readonly Variable[]): Pick<TableLayout, 'renamed'> {
  const renamed = present.flatMap(([variable, place]) => {
    const header = headers[place] ?? '';
    return variableOf(header, variables) === variable ? [] : [[header, variable.title] as const];
  });
  return renamed.length > 0 ? { renamed } : {};
}
