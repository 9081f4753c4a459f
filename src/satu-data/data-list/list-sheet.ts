import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { columnLetter } from '../tables/column-letter.js';
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

type Row = Pick<ListRowEntity, 'id' | 'values'>;

/** The list as a workbook in the official order of columns, with the choices in the cells that have some. Written page by page: others get their turn between two of them. */
export async function writeListSheet(pages: AsyncIterable<readonly Row[]>, producers: Producers): Promise<Buffer> {
  // Only when one is asked for: it takes a third of a second to load, at every start.
  const { default: ExcelJS } = await import('@protobi/exceljs');
  const out = new PassThrough();
  const written = buffer(out);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: true });
  const sheet = workbook.addWorksheet(DATA_SHEET, { views: [{ state: 'frozen', ySplit: 1 }] });
  const lists = workbook.addWorksheet(LISTS_SHEET);
  const style = { numFmt: '@' };
  sheet.columns = [...LIST_FIELDS.map(({ key, label }) => ({ key, header: label.id, width: WIDTHS[key] ?? Math.max(14, label.id.length + 4), style })), { key: 'id', header: ID_HEADER, width: 10, hidden: true, style }];
  sheet.getRow(1).font = { bold: true };
  let count = 0;
  for await (const rows of pages) {
    for (const row of rows) sheet.addRow([...LIST_FIELDS.map(({ key }) => safeText(shownValue(key, row.values[key], producers))), row.id]).commit();
    count += rows.length;
  }
  let place = 0;
  const offices = [...new Set([...producers.values()].map(({ name }) => name))];
  LIST_FIELDS.forEach(({ kind, options, label }, index) => {
    const choices = kind === 'producer' ? offices : (options ?? []).map((one) => one.label.id);
    if (choices.length === 0) return;
    place += 1;
    [label.id, ...choices.map(safeText)].forEach((choice, row) => (lists.getCell(row + 1, place).value = choice));
    const [letter, target] = [columnLetter(place), columnLetter(index + 1)];
    // One rule for the column, also for rows that are yet to be written; a rule a cell would make a large file of a large list.
    (sheet as unknown as { dataValidations: { add(range: string, rule: object): void } }).dataValidations.add(`${target}2:${target}${count + 500}`, {
      type: 'list', allowBlank: true, formulae: [`'${LISTS_SHEET}'!$${letter}$2:$${letter}$${choices.length + 1}`], showErrorMessage: true, errorTitle: 'Bukan pilihan', error: `Pilih dari lembar “${LISTS_SHEET}”.`,
    });
  });
  sheet.commit();
  lists.commit();
  await workbook.commit();
  return written;
}

/** What {@link safeText} has put before a text is not part of it. */
export const withoutGuard = (text: string): string => text.replace(/^'(?=[=+\-@\t\r])/, '');
