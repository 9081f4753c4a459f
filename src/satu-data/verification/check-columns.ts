import { isRequired } from '../datasets/dataset.types.js';
import type { Sheet } from './finding.js';

/** The table as a whole: something in it, the right columns, the right template. */
export function checkColumns(sheet: Sheet): void {
  const { layout } = sheet.table;
  if (sheet.rows.length === 0) sheet.atTable('empty', 'ERROR', { id: 'Tabel ini belum berisi data.', en: 'This table holds no data yet.' });
  if (!layout.templateFits) {
    sheet.atTable('template', sheet.settings.template.level, { id: 'Berkas ini dibuat dari templat dataset atau versi lain. Pastikan datanya benar.', en: 'This file was made from the template of another data set or version. Make sure that its data are right.' });
  }
  for (const { severity, message } of layout.remarks ?? []) sheet.atTable('reading', severity, message);
  for (const [header, title] of layout.renamed ?? []) {
    sheet.atTable('template', sheet.settings.template.level, { id: `Kolom “${header}” kini bernama “${title}” dan dibaca sebagai kolom itu.`, en: `The column “${header}” is called “${title}” by now, and is read as that column.` });
  }
  for (const { name, title } of sheet.dataset.variables.filter(isRequired)) {
    if (sheet.has(name)) continue;
    sheet.atTable('column-missing', 'ERROR', { id: `Kolom “${title}” tidak ada.`, en: `The column “${title}” is missing.` }, name);
  }
  for (const header of layout.unknown) {
    sheet.atTable('column-unknown', sheet.settings['column-unknown'].level, { id: `Kolom “${header}” tidak dikenal dan tidak dipakai.`, en: `The column “${header}” is not known and not used.` });
  }
}
