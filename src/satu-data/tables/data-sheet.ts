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
  if (visible.length === 0) throw new UnreadableTable(UNSEEN);
  const headers = new Set(known.map(normal));
  const looked = visible.map((sheet) => ({ sheet, ...mostNamed(sheet, headers) }));
  const filled = looked.filter(({ named, hasRows }) => named > 0 && hasRows);
  const own = looked.find(({ sheet }) => sheet === called)?.named ?? 0;
  // An empty one yields to a sheet that has as many of the columns: a list of codes has one of them.
  if (called && (filled.some(({ sheet }) => sheet === called) || filled.every(({ named }) => named < own))) return called;
  const most = Math.max(0, ...filled.map(({ named }) => named));
  const found = filled.filter(({ named }) => named === most).map(({ sheet }) => sheet);
  if (found.length === 1 && found[0]) return found[0];
  throw noSheet((found.length > 0 ? found : visible).map(({ name }) => name), most > 0);
}

/** Only in a template: another workbook may hold anything under these names. */
const isHelper = (workbook: Workbook, { name }: Worksheet): boolean => [NOTES_SHEET, LISTS_SHEET].includes(name) && workbook.getWorksheet(MARK_SHEET) !== undefined;

/** ExcelJS has none of an empty cell with a link. */
const textOf = ({ text }: { readonly text?: string }): string => normal(text ?? '');

/** How many columns the row names that names the most, and whether there are rows below it. */
function mostNamed(sheet: Worksheet, headers: ReadonlySet<string>): { named: number; hasRows: boolean } {
  let [most, place] = [0, 0];
  for (let number = 1; number <= Math.min(SEARCHED, sheet.rowCount); number += 1) {
    const cells = new Set<string>();
    sheet.getRow(number).eachCell((cell) => void (headers.has(textOf(cell)) && cells.add(textOf(cell))));
    if (cells.size > most) [most, place] = [cells.size, number];
  }
  if (most === 0) return { named: 0, hasRows: false };
  for (let number = place + 1; number <= sheet.rowCount; number += 1) if (sheet.findRow(number)?.hasValues) return { named: most, hasRows: true };
  return { named: most, hasRows: false };
}

const UNSEEN = {
  id: 'Tidak ada lembar berisi data yang terlihat dalam berkas ini. Tampilkan lembar yang berisi datanya (klik kanan pada nama lembar, lalu Tampilkan), simpan, lalu unggah lagi.',
  en: 'No sheet with data is to be seen in this file. Unhide the sheet that holds the data (right click on the names of the sheets, then Unhide), save it, and upload it again.',
};

function noSheet(names: readonly string[], several: boolean): UnreadableTable {
  const sheets = names.slice(0, NAMED).map((name) => `“${name}”`).join(', ');
  return new UnreadableTable(
    several
      ? { id: `Beberapa lembar dalam berkas ini (${sheets}) memuat kolom yang diminta, sehingga tidak jelas yang mana datanya. Beri nama “${DATA_SHEET}” pada lembar yang benar, lalu unggah lagi.`, en: `Several sheets of this file (${sheets}) have the columns that are asked for, so that it is not clear which holds the data. Name the right one “${DATA_SHEET}” and upload it again.` }
      : { id: `Lembar “${DATA_SHEET}” tidak ada dalam berkas ini, dan tidak satu pun lembarnya (${sheets}) memuat kolom yang diminta. Pakai berkas Excel yang diunduh dari halaman ini, atau beri nama “${DATA_SHEET}” pada lembar yang berisi datanya, lalu unggah lagi.`, en: `The sheet “${DATA_SHEET}” is missing in this file, and none of its sheets (${sheets}) has the columns that are asked for. Use the Excel file that you can download from this page, or name the sheet that holds the data “${DATA_SHEET}”, and upload it again.` },
  );
}
