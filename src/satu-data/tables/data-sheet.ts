import type { Workbook, Worksheet } from '@protobi/exceljs';
import { normal } from './header-names.js';
import { DATA_SHEET, LISTS_SHEET, MARK_SHEET, NOTES_SHEET } from './template-names.js';
import { UnreadableTable } from './table.types.js';

/** Rows in which a sheet's headers are looked for. */
const SEARCHED = 30;
const NAMED = 12;

/**
 * The sheet “Data”, the only one, or the only one that names the most of the columns that are known. What nobody sees, and what a template explains itself by, is none;
 * “Data” only counts for more than the others where it has columns and rows: somebody may have written the table elsewhere.
 */
export function dataSheet(workbook: Workbook, known: readonly string[]): Worksheet {
  const visible = workbook.worksheets.filter((sheet) => sheet.state === 'visible' && !isHelper(workbook, sheet));
  const [only] = visible;
  if (only && visible.length === 1) return only;
  const called = visible.find(({ name }) => name === DATA_SHEET) ?? visible.find(({ name }) => normal(name) === normal(DATA_SHEET));
  const headers = new Set(known.map(normal));
  const filled = visible.map((sheet) => ({ sheet, named: mostNamed(sheet, headers) })).filter(({ named }) => named > 0);
  if (called && (filled.length === 0 || filled.some(({ sheet }) => sheet === called))) return called;
  const most = Math.max(0, ...filled.map(({ named }) => named));
  const found = filled.filter(({ named }) => named === most).map(({ sheet }) => sheet);
  if (found.length === 1 && found[0]) return found[0];
  throw noSheet((found.length > 0 ? found : visible).map(({ name }) => name), most > 0);
}

/** Only in a template: another workbook may hold anything under these names. */
const isHelper = (workbook: Workbook, { name }: Worksheet): boolean => [NOTES_SHEET, LISTS_SHEET].includes(name) && workbook.getWorksheet(MARK_SHEET) !== undefined;

/** How many columns the row names that names the most; none where there is no row below it. */
function mostNamed(sheet: Worksheet, headers: ReadonlySet<string>): number {
  let [most, place] = [0, 0];
  for (let number = 1; number <= Math.min(SEARCHED, sheet.rowCount); number += 1) {
    const cells = new Set<string>();
    sheet.getRow(number).eachCell(({ text }) => void (headers.has(normal(text)) && cells.add(normal(text))));
    if (cells.size > most) [most, place] = [cells.size, number];
  }
  if (most === 0) return 0;
  for (let number = place + 1; number <= sheet.rowCount; number += 1) if (sheet.findRow(number)?.hasValues) return most;
  return 0;
}

function noSheet(names: readonly string[], several: boolean): UnreadableTable {
  const sheets = names.slice(0, NAMED).map((name) => `“${name}”`).join(', ');
  return new UnreadableTable(
    several
      ? { id: `Beberapa lembar dalam berkas ini (${sheets}) memuat kolom yang diminta, sehingga tidak jelas yang mana datanya. Beri nama “${DATA_SHEET}” pada lembar yang benar, lalu unggah lagi.`, en: `Several sheets of this file (${sheets}) have the columns that are asked for, so that it is not clear which holds the data. Name the right one “${DATA_SHEET}” and upload it again.` }
      : { id: `Lembar “${DATA_SHEET}” tidak ada dalam berkas ini, dan tidak satu pun lembarnya (${sheets}) memuat kolom yang diminta. Pakai berkas Excel yang diunduh dari halaman ini, atau beri nama “${DATA_SHEET}” pada lembar yang berisi datanya, lalu unggah lagi.`, en: `The sheet “${DATA_SHEET}” is missing in this file, and none of its sheets (${sheets}) has the columns that are asked for. Use the Excel file that you can download from this page, or name the sheet that holds the data “${DATA_SHEET}”, and upload it again.` },
  );
}
