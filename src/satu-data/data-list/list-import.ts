import { createHash } from 'node:crypto';
import type { Text } from 'tertib';
import { columnLetter } from '../tables/column-letter.js';
import type { RawCell, RawSheet } from '../tables/table.types.js';
import type { ListRowEntity } from './data-list.entities.js';
import { LIST_FIELDS, MOST_AT_ONCE, MOST_ROWS, textOf, type ListField, type RowValues } from './list-fields.js';
import { ID_HEADER, withoutGuard } from './list-sheet.js';
import { changedFields } from './list-changes.js';
import { normalised } from './near-duplicates.js';
import { readCell, type Producers } from './row-values.js';

type Row = Pick<ListRowEntity, 'id' | 'version' | 'values'>;
export interface SheetError {
  readonly cell: string;
  readonly message: Text;
}
/** What a workbook would do to the list. Nothing is done where it has errors. */
export interface Plan {
  readonly changes: { readonly row: Row; readonly sheetRow: number; readonly values: Record<string, string> }[];
  readonly added: { readonly sheetRow: number; readonly values: Record<string, string> }[];
  readonly unchanged: number;
  /** Rows of the list that the workbook does not have: they stay. */
  readonly missing: number;
  readonly errors: SheetError[];
  /** Of this plan over these versions of the rows: what was previewed is what is done. */
  readonly fingerprint: string;
}

const norm = (text: string): string => text.trim().toLowerCase();
const FIELD_BY_HEADER = new Map(LIST_FIELDS.flatMap((field) => [field.label.id, field.label.en].map((name) => [norm(name), field] as const)));
const say = (cell: string, id: string, en: string): SheetError => ({ cell, message: { id, en } });

interface Columns {
  readonly fields: { readonly field: ListField; readonly index: number }[];
  readonly id: number;
}
interface Line {
  readonly number: number;
  /** The hidden code, of the row that it was. */
  readonly id: string;
  readonly given: Record<string, string>;
}

export function planImport(sheet: RawSheet, list: readonly Row[], producers: Producers, writable: (field: ListField) => boolean): Plan {
  const errors: SheetError[] = [];
  const columns = columnsOf(sheet.headers, errors);
  if (sheet.rows.length > MOST_ROWS) errors.push(say('A1', `Daftar data paling banyak ${MOST_ROWS} baris.`, `A data list has at most ${MOST_ROWS} rows.`));
  const lines = errors.length > 0 ? [] : linesOf(sheet, columns, producers, errors);
  const find = finder(list);
  const uncopied = copies(lines, list, writable);
  const changes: Plan['changes'] = [];
  const added: Plan['added'] = [];
  const met = new Map<string, number>();
  let unchanged = 0;
  for (const line of lines) {
    const { number, id, given } = uncopied(line);
    const row = find(id, given);
    if (row === 'several') {
      errors.push(say(`A${number}`, 'Beberapa baris daftar data cocok dengan baris ini. Tambahkan ID DDD atau unduh ulang berkas Excelnya.', 'Several rows of the list fit this one. Add the DDD ID, or download the workbook again.'));
      continue;
    }
    if (row) {
      const twice = met.get(row.id);
      if (twice !== undefined) errors.push(say(`A${number}`, `Baris ini sama dengan baris ${twice}.`, `This row is the same as row ${twice}.`));
      met.set(row.id, number);
      const fields = changedFields(row.values, given);
      for (const key of fields) if (!writable(fieldOf(key))) errors.push(notNow(columns.fields, key, number));
      if (fields.length > 0) changes.push({ row, sheetRow: number, values: Object.fromEntries(fields.map((key) => [key, given[key] ?? ''])) });
      else unchanged += 1;
    } else if (!given['nama'] || !given['produsen']) {
      errors.push(say(`A${number}`, 'Baris baru memerlukan “Nama data” dan “Produsen data”.', 'A new row needs “Data name” and “Producer”.'));
    } else {
      for (const [key, value] of Object.entries(given)) if (value !== '' && !writable(fieldOf(key))) errors.push(notNow(columns.fields, key, number));
      added.push({ sheetRow: number, values: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')) });
    }
  }
  if (changes.length + added.length > MOST_AT_ONCE) errors.push(say('A1', `Paling banyak ${MOST_AT_ONCE} baris diubah atau ditambah sekaligus; di berkas ini ${changes.length + added.length}. Bagilah menjadi beberapa berkas.`, `At most ${MOST_AT_ONCE} rows are changed or added at once; this workbook has ${changes.length + added.length}. Split it into several.`));
  const fingerprint = createHash('sha256').update(JSON.stringify([changes.map(({ row, values }) => [row.id, row.version, values]), added])).digest('hex');
  return { changes, added, unchanged, missing: list.length - met.size, errors: errors.toSorted((one, other) => rowIn(one) - rowIn(other)), fingerprint };
}

/** The rows of the sheet that say something, each cell as the list would keep it. */
function linesOf(sheet: RawSheet, columns: Columns, producers: Producers, errors: SheetError[]): Line[] {
  return sheet.rows.flatMap(({ number, cells }) => {
    if (cells.every((cell) => textIn(cell) === '')) return [];
    const given: Record<string, string> = {};
    for (const { field, index } of columns.fields) {
      const at = `${columnLetter(index + 1)}${number}`;
      const cell = cells[index] ?? null;
      if (isDate(cell)) errors.push(say(at, `“${field.label.id}”: isi sel ini tanggal Excel. Ubah format selnya menjadi Teks, lalu ketik ulang.`, `“${field.label.en}”: this cell holds an Excel date. Make it text and type it again.`));
      else {
        const read = readCell(field, withoutGuard(textIn(cell)), producers);
        if ('value' in read) given[field.key] = read.value;
        else errors.push(say(at, `“${field.label.id}”: ${read.id}`, `“${field.label.en}”: ${read.en}`));
      }
    }
    return [{ number, id: columns.id === -1 ? '' : textIn(cells[columns.id] ?? null), given }];
  });
}

/** Who copies a row in Excel to write another one copies its hidden code too. The row itself is the one that is still called so, else the first; another with its code that is called otherwise loses the code, and what else is the row's alone: its ID DDD, and what nobody may write now. */
function copies(lines: readonly Line[], list: readonly Row[], writable: (field: ListField) => boolean): (line: Line) => Line {
  const rows = new Map(list.map((row) => [row.id, row]));
  const own = new Map<string, Line>();
  for (const line of lines) {
    const row = rows.get(line.id);
    const before = own.get(line.id);
    if (row && (!before || (nameOf(line.given) === nameOf(row.values) && nameOf(before.given) !== nameOf(row.values)))) own.set(line.id, line);
  }
  return (line) => {
    const [row, first] = [rows.get(line.id), own.get(line.id)];
    if (!row || !first || first === line || nameOf(first.given) === nameOf(line.given)) return line;
    const isCopied = (key: string, value: string): boolean => (key === 'idDdd' || !writable(fieldOf(key))) && [textOf(row.values, key), first.given[key]].includes(value);
    return { ...line, id: '', given: Object.fromEntries(Object.entries(line.given).filter(([key, value]) => !isCopied(key, value))) };
  };
}

const rowIn = ({ cell }: SheetError): number => Number(cell.replace(/\D+/, ''));
const fieldOf = (key: string): ListField => LIST_FIELDS.find((one) => one.key === key) as ListField;
/** Not by `instanceof`: it comes from a thread. */
const isDate = (cell: RawCell): cell is Date => typeof cell === 'object' && cell !== null;
const textIn = (cell: RawCell): string => (cell === null || isDate(cell) ? '' : String(cell).trim());

function notNow(fields: readonly { field: ListField; index: number }[], key: string, number: number): SheetError {
  const { label } = fieldOf(key);
  const index = fields.find(({ field }) => field.key === key)?.index ?? 0;
  return say(`${columnLetter(index + 1)}${number}`, `“${label.id}” tidak dapat diubah pada tahap ini. Kembalikan isinya seperti semula.`, `“${label.en}” cannot be changed at this stage. Put back what it held.`);
}

/** Which column holds which field. One that is not known is refused: what it was meant for would be lost without a word. */
function columnsOf(headers: readonly string[], errors: SheetError[]): Columns {
  const fields: { field: ListField; index: number }[] = [];
  const names = LIST_FIELDS.map(({ label }) => label);
  headers.forEach((header, index) => {
    const at = `${columnLetter(index + 1)}1`;
    const field = FIELD_BY_HEADER.get(norm(header));
    if (norm(header) === norm(ID_HEADER) || header === '') return;
    if (!field) errors.push(say(at, `Kolom “${header}” tidak dikenal. Hapus, atau beri judul resminya: ${names.map(({ id }) => id).join(', ')}.`, `The column “${header}” is not known. Remove it, or give it its official title: ${names.map(({ en }) => en).join(', ')}.`));
    else if (fields.some((one) => one.field === field)) errors.push(say(at, `Kolom “${header}” ada dua kali.`, `The column “${header}” is there twice.`));
    else fields.push({ field, index });
  });
  if (fields.length === 0) errors.push(say('A1', 'Baris pertama tidak berisi judul kolom daftar data.', 'The first row does not hold the titles of the list’s columns.'));
  return { fields, id: headers.findIndex((header) => norm(header) === norm(ID_HEADER)) };
}

/** Producer and name: what people know a row by. */
const nameOf = (values: RowValues): string => (textOf(values, 'nama') ? `${textOf(values, 'produsen')} ${normalised(textOf(values, 'nama'))}` : '');

/** The row of the list that a row of the sheet is: by its own code, its DDD ID, or name and producer together. */
function finder(list: readonly Row[]): (id: string, given: RowValues) => Row | 'several' | undefined {
  const by = (key: (row: RowValues) => string) => {
    const found = new Map<string, Row | 'several'>();
    for (const row of list) if (key(row.values)) found.set(key(row.values), found.has(key(row.values)) ? 'several' : row);
    return found;
  };
  const ids = new Map(list.map((row) => [row.id, row]));
  const code = (values: RowValues) => norm(textOf(values, 'idDdd'));
  const [codes, names] = [by(code), by(nameOf)];
  return (id, given) => ids.get(id) ?? codes.get(code(given)) ?? names.get(nameOf(given));
}
