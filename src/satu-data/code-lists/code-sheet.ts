import { columnLetter } from '../tables/column-letter.js';
import { readCell } from '../tables/cell-value.js';
import { normal } from '../tables/header-names.js';
import { fromHeaders, isRowNumber } from '../tables/header-row.js';
import { NO_RESULT, noResult } from '../tables/no-result.js';
import type { RawCell, RawSheet } from '../tables/table.types.js';
import { textOfCell } from '../tables/text-cell.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { Text } from 'tertib';
import type { CodeField, GivenCode } from './code-plan.js';
import type { ListFacts } from './code-table.js';

/** Columns of a list as a file, in their order. */
export const CODE_COLUMNS: readonly { readonly field: CodeField; readonly label: Text; readonly width: number }[] = [
  { field: 'code', label: { id: 'Kode', en: 'Code' }, width: 18 },
  { field: 'titleId', label: { id: 'Nama', en: 'Name' }, width: 44 },
  { field: 'titleEn', label: { id: 'Nama (Inggris)', en: 'Name (English)' }, width: 44 },
  { field: 'parent', label: { id: 'Induk', en: 'Within' }, width: 18 },
  { field: 'level', label: { id: 'Tingkat', en: 'Level' }, width: 16 },
  { field: 'validFrom', label: { id: 'Berlaku mulai', en: 'Valid from' }, width: 16 },
  { field: 'validTo', label: { id: 'Berlaku sampai', en: 'Valid until' }, width: 16 },
  { field: 'replacedBy', label: { id: 'Pengganti', en: 'Replaced by' }, width: 18 },
  { field: 'pair', label: { id: 'Padanan', en: 'Paired code' }, width: 18 },
];

/** What of a file cannot be read at all. */
export interface SheetProblem {
  readonly cell: string;
  readonly message: Text;
}

const FIELD_BY_HEADER = new Map(CODE_COLUMNS.flatMap(({ field, label }) => [[normal(label.id), field], [normal(label.en), field]] as const));
/** Headers by which the codes' sheet is found among several. */
export const CODE_HEADERS: readonly string[] = CODE_COLUMNS.flatMap(({ label }) => [label.id, label.en]);
/** The same as columns of a table, by which the row of headers is found, and what cuts a CSV. */
export const CODE_VARIABLES: readonly Variable[] = CODE_COLUMNS.flatMap(({ field, label }) => [label.id, label.en].map((title): Variable => ({ name: field, title, type: 'string', required: false, key: false })));
const DATE: Variable = { name: 'tanggal', title: 'Tanggal', type: 'date', required: false, key: false };

/** What a file says. */
interface CodeSheet {
  readonly given: GivenCode[];
  readonly problems: SheetProblem[];
  readonly headers: readonly string[];
}

/** The codes of a file, below whatever stands above its headers; columns that it does not have say nothing. */
export function readCodeSheet(raw: RawSheet, { levels }: Pick<ListFacts, 'levels'>): CodeSheet {
  const sheet = fromHeaders(raw, CODE_VARIABLES) ?? { ...raw, headerRow: 1 };
  const problems: SheetProblem[] = [];
  const fields = sheet.headers.map((header) => FIELD_BY_HEADER.get(normal(header)));
  const levelKeys = new Map(levels.flatMap(({ key, title }) => [[normal(key), key], [normal(title.id), key], [normal(title.en), key]] as const));
  sheet.headers.forEach((header, index) => {
    const at = `${columnLetter(index + 1)}${sheet.headerRow}`;
    if (isRowNumber(header)) return;
    if (header !== '' && !fields[index]) problems.push(say(at, `Kolom “${header}” tidak dikenal. Hapus, atau beri judul: ${names('id')}.`, `The column “${header}” is not known. Remove it, or call it: ${names('en')}.`));
    else if (fields[index] && fields.indexOf(fields[index]) !== index) problems.push(say(at, `Kolom “${header}” ada dua kali.`, `The column “${header}” is there twice.`));
  });
  if (!fields.includes('code')) problems.push(say(`A${sheet.headerRow}`, 'Kolom “Kode” tidak ada. Tulis judul kolom di satu baris di atas kodenya.', 'There is no column “Code”. Write the titles of the columns in one row above the codes.'));
  const given: GivenCode[] = [];
  for (const { number, cells, percent } of problems.length > 0 ? [] : sheet.rows) {
    const values: Partial<Record<CodeField, string>> = {};
    fields.forEach((field, index) => {
      if (!field) return;
      const read = textIn(cells[index] ?? null, field, percent?.includes(index) ?? false);
      if (typeof read === 'string') values[field] = field === 'level' ? (levelKeys.get(normal(read)) ?? read) : read;
      else problems.push({ cell: `${columnLetter(index + 1)}${number}`, message: read });
    });
    if (Object.values(values).some((value) => value !== '')) given.push({ row: number, values });
  }
  return { given, problems, headers: sheet.headers };
}

/** A cell's text; a code that Excel has made a number of may have lost a nought already. */
function textIn(cell: RawCell, field: CodeField, isPercent: boolean): string | Text {
  if (cell === null) return '';
  if (cell === NO_RESULT) return noResult;
  if (field === 'validFrom' || field === 'validTo') {
    const day = typeof cell === 'object' ? cell.toISOString().slice(0, 10) : readCell(cell, DATE, { mark: ',', strict: false }).value;
    return day ?? '';
  }
  const text = textOfCell(cell, isPercent);
  return typeof text === 'string' ? text.replace(/^'(?=[=+\-@])/, '') : text;
}

const names = (language: keyof Text): string => CODE_COLUMNS.map(({ label }) => label[language]).join(', ');
const say = (cell: string, id: string, en: string): SheetProblem => ({ cell, message: { id, en } });
