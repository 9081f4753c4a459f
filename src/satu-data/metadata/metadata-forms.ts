import { SHEETS } from './sheets/index.js';
import { fieldsOf } from './sheets/sheet.js';

/** The forms of BPS with the fields that completeness, print and a data set's columns are made of: an office adds others, and takes none of these out. */
export const METADATA_FORMS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.values(SHEETS).map((sheet) => [sheet.form, fieldsOf(sheet).flatMap(({ key, columns = [] }) => [key, ...columns.map((column) => column.key)])]),
);
