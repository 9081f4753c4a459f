import ExcelJS, { type Cell, type CellValue, type Row } from '@protobi/exceljs';
import { dataSheet } from './data-sheet.js';
import { hiddenBy, type Hidden } from './excel-days.js';
import { normal, type OwnNames } from './header-names.js';
import { LIMITS } from './limits.js';
import { NO_RESULT } from './no-result.js';
import { showsPercent } from './shown-percent.js';
import { readMade } from './template-made.js';
import { MARK_CELL, MARK_SHEET } from './template-names.js';
import { UnreadableTable, USE_CSV, type RawCell, type RawSheet } from './table.types.js';
import { uncomputedCells } from './uncomputed.js';
import { unpackedSize } from './unpacked-size.js';

/** The sheet with the data of a workbook, cell by cell, formulas by their result. `known` are headers by which it is found among several. */
export async function readXlsx(content: Buffer, known: readonly string[] = []): Promise<RawSheet> {
  if (((await unpackedSize(content)) ?? 0) > LIMITS.unpacked) throw tooLarge();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content as unknown as ArrayBuffer, READ).catch(() => {
    throw new UnreadableTable({ id: 'Berkas ini bukan buku kerja Excel (.xlsx) yang dapat dibaca.', en: 'This file is not an Excel workbook (.xlsx) that can be read.' });
  });
  const rows: RawSheet['rows'][number][] = [];
  let headers: string[] = [];
  const sheet = dataSheet(workbook, known);
  const rawOf = rawWithout(await uncomputedCells(content, sheet));
  // Rows and cells that only have a format, down to the end of the sheet, are none.
  sheet.eachRow((row, number) => {
    const cells = cellsOf(row, rawOf);
    if (cells.length > LIMITS.columns || rows.length >= LIMITS.rows) throw tooLarge();
    if (number === 1) headers = cells.map((cell) => String(cell ?? '').trim());
    else if (cells.length > 0) rows.push({ number, cells, ...marksOf(row, rawOf), ...(row.hidden && { isHidden: true }) });
  });
  const template = workbook.getWorksheet(MARK_SHEET);
  return { source: 'xlsx', headers, rows, mark: markOf(workbook), ownNames: ownNamesOf(workbook), ...(template && { made: readMade(template) }) };
}

/** Rules of cells are for whoever fills them. A template has one for each column, which would be read as one for each of its 100,000 cells. */
const READ = { ignoreNodes: ['dataValidations'] };

const tooLarge = (): UnreadableTable => new UnreadableTable(USE_CSV);

function markOf(workbook: ExcelJS.Workbook): string | null {
  const value = workbook.getWorksheet(MARK_SHEET)?.getCell(MARK_CELL).value;
  return typeof value === 'string' ? value : null;
}

/** Below the mark: technical name and header of each column, as the template had them when it was made. */
function ownNamesOf(workbook: ExcelJS.Workbook): OwnNames {
  const names: [string, string][] = [];
  workbook.getWorksheet(MARK_SHEET)?.eachRow((row, number) => void (number > 1 && names.push([normal(row.getCell(2).text), row.getCell(1).text])));
  return Object.fromEntries(names);
}

type RawOf = (cell: Cell) => RawCell;

/** What a cell holds; of a merged one, what the first of them does. */
const rawWithout = (uncomputed: ReadonlySet<string>): RawOf => ({ master }) => (uncomputed.has(master.address) ? NO_RESULT : valueOf(master));

/** To the last one that holds something. */
function cellsOf(row: Row, rawOf: RawOf): RawCell[] {
  const cells: RawCell[] = [];
  row.eachCell((cell, column) => {
    const raw = rawOf(cell);
    if (raw === null) return;
    while (cells.length < column - 1) cells.push(null);
    cells.push(raw);
  });
  return cells;
}

/** Cells merged with one above or beside them: Excel shows its value there, but nobody has written it. Those that it shows as percent, and days of which it does not show all. */
function marksOf(row: Row, rawOf: RawOf): { merged?: number[]; percent?: number[]; hidden?: Record<number, Hidden> } {
  const merged: number[] = [];
  const percent: number[] = [];
  const hidden: Record<number, Hidden> = {};
  row.eachCell((cell, column) => {
    if (cell.isMerged && cell.master.address !== cell.address) merged.push(column - 1);
    if (showsPercent(cell.numFmt) && typeof rawOf(cell) === 'number') percent.push(column - 1);
    const left = rawOf(cell) instanceof Date ? hiddenBy(cell.numFmt) : null;
    if (left) hidden[column - 1] = left;
  });
  return { ...(merged.length > 0 && { merged }), ...(percent.length > 0 && { percent }), ...(Object.keys(hidden).length > 0 && { hidden }) };
}

/** Of a formula its result. The value that ExcelJS gives of one lacks what is nothing to JavaScript, zero among it. */
const valueOf = (cell: Cell): RawCell => rawValue(cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value);

function rawValue(value: CellValue | undefined): RawCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string' || value instanceof Date) return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if ('error' in value) return value.error;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  return 'text' in value ? rawValue(value.text as CellValue) : null;
}
