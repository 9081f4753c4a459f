import { safeText } from '../tables/safe-text.js';
import { DATA_SHEET } from '../tables/template-names.js';
import type { ListRowEntity } from './data-list.entities.js';
import { shownValue } from './list-comparison.service.js';
import { LIST_FIELDS } from './list-fields.js';
import type { Producers } from './row-values.js';

/** Says which row it was, so that it finds its way back; behind the official columns, hidden. */
export const ID_HEADER = 'Kode dalam aplikasi';
const WIDTHS: Readonly<Record<string, number>> = { nama: 48, definisi: 60, produsen: 36 };
const LISTS_SHEET = 'Pilihan';

/** The list as a workbook in the official order of columns, with the choices in the cells that have some. */
export async function writeListSheet(rows: readonly Pick<ListRowEntity, 'id' | 'values'>[], producers: Producers): Promise<Buffer> {
  // Only when one is asked for: it takes a third of a second to load, at every start.
  const { default: ExcelJS } = await import('@protobi/exceljs');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(DATA_SHEET, { views: [{ state: 'frozen', ySplit: 1 }] });
  const lists = workbook.addWorksheet(LISTS_SHEET);
  sheet.columns = [...LIST_FIELDS.map(({ key, label }) => ({ key, header: label.id, width: WIDTHS[key] ?? Math.max(14, label.id.length + 4) })), { key: 'id', header: ID_HEADER, width: 10, hidden: true }];
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow([...LIST_FIELDS.map(({ key }) => safeText(shownValue(key, row.values[key], producers))), row.id]);
  sheet.columns.forEach((column) => (column.numFmt = '@'));
  const offices = [...new Set([...producers.values()].map(({ name }) => name))];
  LIST_FIELDS.forEach(({ kind, options, label }, index) => {
    const choices = kind === 'producer' ? offices : (options ?? []).map((one) => one.label.id);
    if (choices.length === 0) return;
    const place = lists.columnCount + 1;
    [label.id, ...choices.map(safeText)].forEach((choice, row) => (lists.getCell(row + 1, place).value = choice));
    const letter = lists.getColumn(place).letter;
    const target = sheet.getColumn(index + 1).letter;
    // One rule for the column, also for rows that are yet to be written; a rule a cell would make a large file of a large list.
    (sheet as unknown as { dataValidations: { add(range: string, rule: object): void } }).dataValidations.add(`${target}2:${target}${rows.length + 500}`, {
      type: 'list', allowBlank: true, formulae: [`'${LISTS_SHEET}'!$${letter}$2:$${letter}$${choices.length + 1}`], showErrorMessage: true, errorTitle: 'Bukan pilihan', error: `Pilih dari lembar “${LISTS_SHEET}”.`,
    });
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** What {@link safeText} has put before a text is not part of it. */
export const withoutGuard = (text: string): string => text.replace(/^'(?=[=+\-@\t\r])/, '');
