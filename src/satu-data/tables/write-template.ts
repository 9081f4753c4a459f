import type { DataValidation, Worksheet } from '@protobi/exceljs';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { isNumeric, isRequired, type DecimalMark, type Variable } from '../datasets/dataset.types.js';
import { patternWords } from '../datasets/pattern-words.js';
import { cellRule, withMark } from './cell-rule.js';
import { columnLetter } from './column-letter.js';
import { LIMITS } from './limits.js';
import { safeText } from './safe-text.js';
import { writeMark } from './template-made.js';
import { DATA_SHEET, LISTS_SHEET, NOTES_SHEET } from './template-names.js';
import { TYPE_NAMES } from './type-names.js';
import { shownDay } from './written-date.js';

/** Codes of a column's list with what each is called. */
export type CodeNames = (variable: Variable) => readonly (readonly [code: string, name: string])[];
type Prefilled = Readonly<Record<string, string>>;

/** What somebody said of a cell of the table that came before. */
export interface CellNote {
  /** Whether it is about this row. */
  readonly of: (row: Prefilled) => boolean;
  readonly column: string | null;
  readonly place: string;
  readonly text: string;
}
interface Extras {
  readonly prefilled?: readonly Prefilled[];
  readonly notes?: readonly CellNote[];
  readonly suggested?: readonly string[];
  readonly remarks?: readonly string[];
}
type Described = Pick<DatasetEntity, 'id' | 'title' | 'definition' | 'unit' | 'variables' | 'decimalMark'>;

/**
 * The workbook that a producer fills: headers that cannot be changed, lists in cells, notes, and a hidden mark of its version.
 * `prefilled` are values that are known before, such as the expected regions; `notes` what was said of cells;
 * `suggested` are columns that take more codes than those of `codes`; `remarks` are said of lists on the sheet of notes.
 */
export async function writeTemplate(dataset: Described, codes: CodeNames, { prefilled = [], notes = [], suggested = [], remarks = [] }: Extras = {}): Promise<Buffer> {
  // Only when one is asked for: it takes a third of a second to load, at every start.
  const { default: ExcelJS } = await import('@protobi/exceljs');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(DATA_SHEET, { views: [{ state: 'frozen', ySplit: 1 }] });
  writeNotes(workbook.addWorksheet(NOTES_SHEET), dataset, notes, remarks);
  const lists = workbook.addWorksheet(LISTS_SHEET);
  writeMark(workbook, dataset);
  dataset.variables.forEach((variable, index) => {
    const range = writeList(lists, variable, index, codes(variable));
    describeColumn(sheet, variable, index + 1, cellRule(variable, range, !suggested.includes(variable.name), dataset.decimalMark), dataset.decimalMark);
  });
  prefilled.forEach((row, index) => fillRow(sheet, index + 2, dataset.variables, row));
  for (const note of notes) markCell(sheet, dataset.variables, prefilled.findIndex(note.of), note);
  await sheet.protect('', { selectLockedCells: true, formatColumns: true, formatCells: true, insertRows: true, deleteRows: true, sort: true });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function describeColumn(sheet: Worksheet, variable: Variable, number: number, rule: DataValidation | null, mark: DecimalMark): void {
  const column = sheet.getColumn(number);
  column.width = Math.max(14, Math.min(40, variable.title.length + 4));
  column.protection = { locked: false };
  column.numFmt = formatOf(variable);
  const header = sheet.getCell(1, number);
  header.value = safeText(variable.title);
  header.font = { bold: true };
  header.protection = { locked: true };
  header.note = hint(variable, mark);
  const letter = columnLetter(number);
  // One rule for all rows that an upload may have: a rule a cell would make a large file. Format and protection are the column's.
  if (rule) (sheet as unknown as { dataValidations: { add(range: string, rule: DataValidation): void } }).dataValidations.add(`${letter}2:${letter}${LIMITS.rows + 1}`, rule);
}

function fillRow(sheet: Worksheet, number: number, variables: readonly Variable[], row: Readonly<Record<string, string>>): void {
  variables.forEach((variable, index) => {
    const value = row[variable.name];
    if (value !== undefined) sheet.getCell(number, index + 1).value = valueOf(variable, value);
  });
}

function valueOf(variable: Variable, value: string): string | number | Date {
  if (isNumeric(variable.type)) return Number(value);
  return variable.type === 'date' ? new Date(`${value}T00:00:00Z`) : safeText(value);
}

/** Codes and names side by side; answers the range of the codes. */
function writeList(sheet: Worksheet, variable: Variable, index: number, entries: readonly (readonly [string, string])[]): string | null {
  if (entries.length === 0) return null;
  const place = index * 3 + 1;
  sheet.getColumn(place).numFmt = '@';
  sheet.getColumn(place + 1).width = 40;
  sheet.getCell(1, place).value = safeText(variable.title);
  entries.forEach(([code, name], row) => {
    sheet.getCell(row + 2, place).value = safeText(code);
    sheet.getCell(row + 2, place + 1).value = safeText(name);
  });
  const letter = columnLetter(place);
  return `'${LISTS_SHEET}'!$${letter}$2:$${letter}$${entries.length + 1}`;
}

/** In its cell, where the row is there already; the sheet of notes has it in any case. */
function markCell(sheet: Worksheet, variables: readonly Variable[], row: number, { column, text }: CellNote): void {
  const index = variables.findIndex(({ name }) => name === column);
  if (row < 0 || index < 0) return;
  const cell = sheet.getCell(row + 2, index + 1);
  cell.note = [typeof cell.note === 'string' ? cell.note : '', text].filter(Boolean).join('\n');
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDCEBFA' } };
}

function writeNotes(sheet: Worksheet, dataset: Described, notes: readonly CellNote[], remarks: readonly string[]): void {
  const number = dataset.decimalMark === ',' ? '1.234,5 (titik untuk ribuan, koma untuk desimal)' : '1,234.5 (koma untuk ribuan, titik untuk desimal)';
  sheet.addRows([
    [safeText(dataset.title)],
    [safeText(dataset.definition)],
    [`Isi lembar “${DATA_SHEET}”, satu baris satu pengamatan. Jangan ubah judul kolom. Angka yang diketik sebagai teks ditulis ${number}.`],
    [],
    ['Kolom', 'Nama teknis', 'Jenis', 'Satuan', 'Wajib', 'Paling kecil', 'Paling besar', 'Bentuk', 'Definisi'],
    ...dataset.variables.map((one) => [one.title, one.name, TYPE_NAMES[one.type].id, one.unit ?? '', isRequired(one) ? 'ya' : 'tidak', shownBound(one, one.min, dataset.decimalMark), shownBound(one, one.max, dataset.decimalMark), one.pattern ? patternWords(one.pattern).id : '', one.definition ?? ''].map(safeText)),
    ...(remarks.length > 0 ? [[], ['Daftar kode yang panjang'], ...remarks.map((one) => [safeText(one)])] : []),
    ...(notes.length > 0 ? [[], ['Catatan pemeriksa'], ...notes.map(({ place, column, text }) => [[place, dataset.variables.find(({ name }) => name === column)?.title].filter(Boolean).join(', '), text].map(safeText))] : []),
  ]);
  sheet.getRow(1).font = { bold: true, size: 14 };
  sheet.getRow(5).font = { bold: true };
  sheet.columns.forEach((column, index) => (column.width = index === 0 ? 34 : 18));
}

const shownBound = ({ type }: Variable, bound: string | null | undefined, mark: DecimalMark): string => (type === 'date' ? shownDay(bound ?? '') : (withMark(bound ?? '', mark) ?? ''));
/** A month in letters: whoever types 3/4 into an Excel that reads months first sees it. */
const formatOf = (variable: Variable): string => (isNumeric(variable.type) ? 'General' : variable.type === 'date' ? 'd mmm yyyy' : '@');
const hint = (variable: Variable, mark: DecimalMark): string =>
  [TYPE_NAMES[variable.type].id, variable.unit, isRequired(variable) ? 'wajib diisi' : null, variable.min && `paling kecil ${shownBound(variable, variable.min, mark)}`, variable.max && `paling besar ${shownBound(variable, variable.max, mark)}`, variable.codes?.length && `pilih dari lembar “${LISTS_SHEET}”`, variable.pattern && `bentuk: ${patternWords(variable.pattern).id}`].filter(Boolean).join('; ');
