import type { Workbook, Worksheet } from '@protobi/exceljs';
import { normal } from './header-names.js';
import { DATA_SHEET } from './template-names.js';
import { UnreadableTable } from './table.types.js';

/** Rows in which a sheet's headers are looked for. */
const SEARCHED = 30;
const NAMED = 12;

/** The sheet “Data”, the only one, or the only one that names the most of the columns that are known. */
export function dataSheet(workbook: Workbook, known: readonly string[]): Worksheet {
  const byName = workbook.getWorksheet(DATA_SHEET) ?? workbook.worksheets.find(({ name }) => normal(name) === normal(DATA_SHEET));
  if (byName) return byName;
  const visible = workbook.worksheets.filter((sheet) => sheet.state === 'visible');
  const [only] = visible;
  if (only && visible.length === 1) return only;
  const headers = new Set(known.map(normal));
  const counts = visible.map((sheet) => mostNamed(sheet, headers));
  const most = Math.max(0, ...counts);
  const found = visible.filter((_, index) => counts[index] === most);
  if (most > 0 && found.length === 1 && found[0]) return found[0];
  throw noSheet(visible.map(({ name }) => name), most > 0);
}

function mostNamed(sheet: Worksheet, headers: ReadonlySet<string>): number {
  let most = 0;
  for (let number = 1; number <= Math.min(SEARCHED, sheet.rowCount); number += 1) {
    const cells = new Set<string>();
    sheet.getRow(number).eachCell(({ text }) => void (headers.has(normal(text)) && cells.add(normal(text))));
    most = Math.max(most, cells.size);
  }
  return most;
}

function noSheet(names: readonly string[], several: boolean): UnreadableTable {
  const sheets = names.slice(0, NAMED).map((name) => `“${name}”`).join(', ');
  return new UnreadableTable(
    several
      ? { id: `Beberapa lembar dalam berkas ini (${sheets}) memuat kolom yang diminta, sehingga tidak jelas yang mana datanya. Beri nama “${DATA_SHEET}” pada lembar yang benar, lalu unggah lagi.`, en: `Several sheets of this file (${sheets}) have the columns that are asked for, so that it is not clear which holds the data. Name the right one “${DATA_SHEET}” and upload it again.` }
      : { id: `Lembar “${DATA_SHEET}” tidak ada dalam berkas ini, dan tidak satu pun lembarnya (${sheets}) memuat kolom yang diminta. Pakai berkas Excel yang diunduh dari halaman ini, atau beri nama “${DATA_SHEET}” pada lembar yang berisi datanya, lalu unggah lagi.`, en: `The sheet “${DATA_SHEET}” is missing in this file, and none of its sheets (${sheets}) has the columns that are asked for. Use the Excel file that you can download from this page, or name the sheet that holds the data “${DATA_SHEET}”, and upload it again.` },
  );
}
