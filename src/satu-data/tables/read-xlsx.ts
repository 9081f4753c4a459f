import ExcelJS, { type CellValue, type Row, type Worksheet } from '@protobi/exceljs';
import { LIMITS } from './limits.js';
import { DATA_SHEET, MARK_CELL, MARK_SHEET } from './template-names.js';
import { UnreadableTable, USE_CSV, type RawCell, type RawSheet } from './table.types.js';
import { unpackedSize } from './unpacked-size.js';

/** The sheet "Data" of a workbook (or its only sheet), cell by cell, formulas by their result. */
export async function readXlsx(content: Buffer): Promise<RawSheet> {
  if (((await unpackedSize(content)) ?? 0) > LIMITS.unpacked) throw tooLarge();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content as unknown as ArrayBuffer).catch(() => {
    throw new UnreadableTable({ id: 'Berkas ini bukan buku kerja Excel (.xlsx) yang dapat dibaca.', en: 'This file is not an Excel workbook (.xlsx) that can be read.' });
  });
  const sheet = dataSheet(workbook);
  if (sheet.rowCount > LIMITS.rows || sheet.columnCount > LIMITS.columns) throw tooLarge();
  const rows: RawSheet['rows'][number][] = [];
  let headers: string[] = [];
  sheet.eachRow((row, number) => {
    if (number === 1) headers = cellsOf(row).map((cell) => String(cell ?? '').trim());
    else rows.push({ number, cells: cellsOf(row), ...mergedIn(row) });
  });
  return { source: 'xlsx', headers, rows, mark: markOf(workbook) };
}

const tooLarge = (): UnreadableTable => new UnreadableTable(USE_CSV);

function dataSheet(workbook: ExcelJS.Workbook): Worksheet {
  const visible = workbook.worksheets.filter((sheet) => sheet.state === 'visible');
  const sheet = workbook.getWorksheet(DATA_SHEET) ?? (visible.length === 1 ? visible[0] : undefined);
  if (!sheet) throw new UnreadableTable({ id: `Lembar “${DATA_SHEET}” tidak ada dalam berkas ini. Gunakan templat yang diunduh dari halaman tugas.`, en: `The sheet “${DATA_SHEET}” is missing in this file. Use the template from the task's page.` });
  return sheet;
}

function markOf(workbook: ExcelJS.Workbook): string | null {
  const value = workbook.getWorksheet(MARK_SHEET)?.getCell(MARK_CELL).value;
  return typeof value === 'string' ? value : null;
}

function cellsOf(row: Row): RawCell[] {
  const values = row.values as CellValue[];
  return Array.from({ length: Math.max(0, values.length - 1) }, (_, index) => rawOf(values[index + 1]));
}

/** Cells merged with one above or beside them: Excel shows its value there, but nobody has written it. */
function mergedIn(row: Row): { merged?: number[] } {
  const merged: number[] = [];
  row.eachCell((cell, column) => { if (cell.isMerged && cell.master.address !== cell.address) merged.push(column - 1); });
  return merged.length > 0 ? { merged } : {};
}

function rawOf(value: CellValue | undefined): RawCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string' || value instanceof Date) return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if ('error' in value) return value.error;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('result' in value || 'formula' in value || 'sharedFormula' in value) return rawOf((value as { result?: CellValue }).result);
  return 'text' in value ? rawOf(value.text as CellValue) : null;
}
