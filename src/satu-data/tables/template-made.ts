import type { Workbook, Worksheet } from '@protobi/exceljs';
import type { Text } from 'tertib';
import { isNumeric, type DecimalMark, type Variable } from '../datasets/dataset.types.js';
import { safeText } from './safe-text.js';
import { UnreadableTable, type RawSheet } from './table.types.js';
import { templateMark } from './template-mark.js';
import { MARK_CELL, MARK_SHEET } from './template-names.js';
import { TYPE_NAMES } from './type-names.js';
import { isSameUnit } from './unit.js';
import { otherMark } from './written-number.js';

/** How a data set was described when a file's template was made. */
export interface TemplateMade {
  /** Null where the template does not say it, as older ones do not. */
  readonly decimalMark: DecimalMark | null;
  /** Of how many rows the workbook holds how many, where it is a report that holds only some of a table. */
  readonly part?: Part;
  /** By technical name. */
  readonly columns: ReadonlyMap<string, Pick<Variable, 'type' | 'unit'>>;
}

interface Part {
  readonly rows: number;
  readonly of: number;
}

interface Described {
  readonly id: string;
  readonly variables: readonly Variable[];
  readonly decimalMark: DecimalMark;
}

const MARK_AT = 'B1';
const PART_AT = ['C1', 'D1'] as const;
const [TYPE, UNIT] = [3, 4] as const;

/** The sheet that nobody sees, by which a workbook is known again: its version, its decimal mark, and of each column the name, header, type and unit. */
export function writeMark(workbook: Workbook, dataset: Described, part?: Part): void {
  const sheet = workbook.addWorksheet(MARK_SHEET, { state: 'veryHidden' });
  sheet.getCell(MARK_CELL).value = templateMark(dataset);
  sheet.getCell(MARK_AT).value = dataset.decimalMark;
  if (part) PART_AT.forEach((place, index) => (sheet.getCell(place).value = [part.rows, part.of][index] ?? null));
  // So that a column is still known where its title is another one by the time the file comes.
  dataset.variables.forEach(({ name, title, type, unit }, index) => {
    sheet.getCell(index + 2, 1).value = name;
    sheet.getCell(index + 2, 2).value = safeText(title);
    sheet.getCell(index + 2, TYPE).value = type;
    sheet.getCell(index + 2, UNIT).value = unit ?? '';
  });
  workbook.definedNames.add(`${MARK_SHEET}!$A$1`, 'TERTIB_TEMPLATE');
}

export function readMade(sheet: Worksheet): TemplateMade {
  const mark = sheet.getCell(MARK_AT).text;
  const columns = new Map<string, Pick<Variable, 'type' | 'unit'>>();
  sheet.eachRow((row, number) => {
    const type = row.getCell(TYPE).text;
    if (number > 1 && isType(type)) columns.set(row.getCell(1).text, { type, unit: row.getCell(UNIT).text || null });
  });
  const [rows, of] = PART_AT.map((place) => sheet.getCell(place).value);
  return { decimalMark: mark === ',' || mark === '.' ? mark : null, columns, ...(typeof rows === 'number' && typeof of === 'number' && { part: { rows, of } }) };
}

const isType = (text: string): text is Variable['type'] => Object.hasOwn(TYPE_NAMES, text);

/** The decimal mark that a file was made for: its template's, else the data set's; null where an older template had one that nobody knows. */
export function markFor({ mark, made }: RawSheet, dataset: Described): DecimalMark | null {
  if (made?.decimalMark) return made.decimalMark;
  if (mark === null) return dataset.decimalMark;
  return [dataset.decimalMark, otherMark(dataset.decimalMark)].find((decimalMark) => templateMark({ ...dataset, decimalMark }) === mark) ?? null;
}

/** @throws {UnreadableTable} where the file holds only the rows with findings: whoever uploads it would deliver a table without all others */
export function refusePart({ made }: RawSheet): void {
  if (!made?.part) return;
  const { rows, of } = made.part;
  throw new UnreadableTable({
    id: `Berkas ini laporan temuan yang hanya memuat ${rows} dari ${of} baris. Bila diunggah, baris lainnya hilang. Perbaiki di berkas data yang lengkap, lalu unggah berkas itu.`,
    en: `This file is a report of findings that holds only ${rows} of ${of} rows. If it were uploaded, all others would be lost. Correct the file with the whole data, and upload that.`,
  });
}

/** What a column may have become without its cells meaning something else. Numbers lose the noughts of codes; texts were written by no decimal mark. */
const KEEPS: Readonly<Record<Variable['type'], readonly Variable['type'][]>> = {
  integer: ['integer', 'number', 'string'], number: ['number', 'integer'], string: ['string', 'region', 'date'], region: ['region', 'string'], date: ['date', 'string'],
};

/** @throws {UnreadableTable} where a filled column has another type or unit by now, so that its values would mean something else */
export function refuseChanged({ made, rows }: RawSheet, present: readonly (readonly [Variable, number])[]): void {
  const changes = present.flatMap(([variable, place]) => {
    const before = made?.columns.get(variable.name);
    const isFilled = rows.some(({ cells }) => (cells[place] ?? '') !== '');
    return before && isFilled ? changeOf(before, variable) : [];
  });
  if (changes.length === 0) return;
  const list = (language: keyof Text): string => changes.map((one) => one[language]).join('; ');
  throw new UnreadableTable({
    id: `Berkas ini dibuat dari templat lama. Sejak itu berubah: ${list('id')}. Isinya tidak dapat dibaca menurut yang baru. Unduh templat terbaru, isi kolom itu menurut yang baru, dan salin kolom lainnya.`,
    en: `This file was made from an older template. What has changed since: ${list('en')}. What it holds cannot be read by the new one. Download the template anew, fill that column as it is now, and copy the others.`,
  });
}

function changeOf(before: Pick<Variable, 'type' | 'unit'>, now: Variable): Text[] {
  const [was, is] = [TYPE_NAMES[before.type], TYPE_NAMES[now.type]];
  if (!KEEPS[before.type].includes(now.type)) return [{ id: `jenis kolom “${now.title}”, dari ${was.id} menjadi ${is.id}`, en: `the type of the column “${now.title}”, from ${was.en} to ${is.en}` }];
  if (!isNumeric(now.type) || !isNumeric(before.type) || isSameUnit(before.unit, now.unit)) return [];
  return [{ id: `satuan kolom “${now.title}”, dari ${before.unit ?? 'tanpa satuan'} menjadi ${now.unit ?? 'tanpa satuan'}`, en: `the unit of the column “${now.title}”, from ${before.unit ?? 'none'} to ${now.unit ?? 'none'}` }];
}
