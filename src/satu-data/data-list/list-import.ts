import { createHash } from 'node:crypto';
import { columnLetter } from '../tables/column-letter.js';
import type { RawCell, RawSheet } from '../tables/table.types.js';
import { textOfCell } from '../tables/text-cell.js';
import type { ListRowEntity } from './data-list.entities.js';
import { columnsOf, type ListColumns } from './list-columns.js';
import { LIST_FIELDS, MOST_AT_ONCE, MOST_ROWS, textOf, type ListField, type RowValues } from './list-fields.js';
import { withoutGuard } from './list-sheet.js';
import { changedFields } from './list-changes.js';
import { normalised } from './near-duplicates.js';
import { readCell, type Producers } from './row-values.js';
import { say, type SheetError } from './sheet-error.js';

type Row = Pick<ListRowEntity, 'id' | 'version' | 'values'>;
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

interface Line {
  readonly number: number;
  /** The hidden code, of the row that it was. */
  readonly id: string;
  readonly given: Record<string, string>;
  /** Whether some of its cells are refused already. */
  readonly isRefused: boolean;
}

export function planImport(sheet: RawSheet, list: readonly Row[], producers: Producers, writable: (field: ListField) => boolean): Plan {
  const errors: SheetError[] = [];
  const columns = columnsOf(sheet, errors);
  if (columns.rows.length > MOST_ROWS) errors.push(say('A1', `Daftar data paling banyak ${MOST_ROWS} baris.`, `A data list has at most ${MOST_ROWS} rows.`));
  const lines = errors.length > 0 ? [] : linesOf(columns, producers, errors);
  const find = finder(list);
  const uncopied = copies(lines, list, writable);
  const changes: Plan['changes'] = [];
  const added: Plan['added'] = [];
  const met = new Map<string, number>();
  let unchanged = 0;
  for (const line of lines) {
    const { number, id, given, isRefused } = uncopied(line);
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
      if (!isRefused) errors.push(say(`A${number}`, 'Baris baru memerlukan “Nama data” dan “Produsen data”.', 'A new row needs “Data name” and “Producer”.'));
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
function linesOf(columns: ListColumns, producers: Producers, errors: SheetError[]): Line[] {
  return columns.rows.flatMap(({ number, cells, percent }) => {
    // The number that an office gave its row says nothing of it.
    if ([...columns.fields.map(({ index }) => index), columns.id].every((index) => isBlank(cells[index] ?? null))) return [];
    const given: Record<string, string> = {};
    const before = errors.length;
    for (const { field, index } of columns.fields) {
      const at = `${columnLetter(index + 1)}${number}`;
      const cell = cells[index] ?? null;
      const text = cell === 'TRUE' || cell === 'FALSE' ? noBoolean(cell) : textOfCell(cell, percent?.includes(index));
      const read = typeof text === 'string' ? readCell(field, withoutGuard(text), producers) : text;
      if ('value' in read) given[field.key] = read.value;
      else errors.push(say(at, `“${field.label.id}”: ${read.id}`, `“${field.label.en}”: ${read.en}`));
    }
    return [{ number, id: columns.id === -1 ? '' : String(cells[columns.id] ?? '').trim(), given, isRefused: errors.length > before }];
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
const isBlank = (cell: RawCell): boolean => cell === null || (typeof cell === 'string' && cell.trim() === '');
/** What Excel makes of a word that means true or false to it. */
const noBoolean = (cell: string) => ({ id: `Isi sel ini ${cell}, nilai benar atau salah dari Excel. Ubah format selnya menjadi Teks, lalu ketik ulang.`, en: `This cell holds ${cell}, a value of Excel for true or false. Make it text and type it again.` });

function notNow(fields: readonly { field: ListField; index: number }[], key: string, number: number): SheetError {
  const { label } = fieldOf(key);
  const index = fields.find(({ field }) => field.key === key)?.index ?? 0;
  return say(`${columnLetter(index + 1)}${number}`, `“${label.id}” tidak dapat diubah pada tahap ini. Kembalikan isinya seperti semula.`, `“${label.en}” cannot be changed at this stage. Put back what it held.`);
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
