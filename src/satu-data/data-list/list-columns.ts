import { columnLetter } from '../tables/column-letter.js';
import { normal } from '../tables/header-names.js';
import { fromHeaders, isRowNumber } from '../tables/header-row.js';
import type { RawSheet } from '../tables/table.types.js';
import { LIST_FIELDS, type ListField } from './list-fields.js';
import { say, type SheetError } from './sheet-error.js';
import { ID_HEADER } from './list-sheet.js';

/** Which column of a workbook holds which field, and below which row. */
export interface ListColumns {
  readonly fields: readonly { readonly field: ListField; readonly index: number }[];
  /** -1: the workbook was not made here. */
  readonly id: number;
  readonly rows: RawSheet['rows'];
}

const FIELD_BY_HEADER = new Map(LIST_FIELDS.flatMap((field) => [field.label.id, field.label.en].map((name) => [normal(name), field] as const)));
/** Headers by which the list's sheet is found among several. */
export const LIST_HEADERS: readonly string[] = [...LIST_FIELDS.flatMap(({ label }) => [label.id, label.en]), ID_HEADER];

const AS_VARIABLES = LIST_FIELDS.map(({ key, label }) => ({ name: key, title: label.id, type: 'string' as const, required: false, key: false }));
const ownNames = Object.fromEntries([...FIELD_BY_HEADER].map(([header, { key }]) => [header, key]));

/** What stands above the titles is left out. A column that is not known is refused: what it was meant for would be lost without a word. */
export function columnsOf(sheet: RawSheet, errors: SheetError[]): ListColumns {
  const found = fromHeaders({ ...sheet, ownNames }, AS_VARIABLES);
  if (!found) {
    errors.push(say('A1', 'Tidak ada baris yang berisi judul kolom daftar data. Pakai berkas dari Ekspor Excel, atau tulis judul kolomnya di satu baris di atas datanya.', 'No row holds the titles of the list’s columns. Use the file of Export Excel, or write the titles in one row above the data.'));
    return { fields: [], id: -1, rows: [] };
  }
  const number = found.headerRow;
  const fields: { field: ListField; index: number }[] = [];
  const names = LIST_FIELDS.map(({ label }) => label);
  found.headers.forEach((header, index) => {
    const at = `${columnLetter(index + 1)}${number}`;
    const text = normal(header);
    const field = FIELD_BY_HEADER.get(text);
    if (text === '' || text === normal(ID_HEADER) || isRowNumber(text)) return;
    if (!field) errors.push(say(at, `Kolom “${header}” tidak dikenal. Hapus, atau beri judul resminya: ${names.map(({ id }) => id).join(', ')}.`, `The column “${header}” is not known. Remove it, or give it its official title: ${names.map(({ en }) => en).join(', ')}.`));
    else if (fields.some((one) => one.field === field)) errors.push(say(at, `Kolom “${header}” ada dua kali.`, `The column “${header}” is there twice.`));
    else fields.push({ field, index });
  });
  if (fields.length === 0 && errors.length === 0) errors.push(say(`A${number}`, 'Baris ini tidak berisi judul kolom daftar data.', 'This row does not hold the titles of the list’s columns.'));
  return { fields, id: found.headers.findIndex((header) => normal(header) === normal(ID_HEADER)), rows: found.rows };
}
