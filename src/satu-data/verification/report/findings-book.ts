import type { Cell, Worksheet } from '@protobi/exceljs';
import type { Language } from 'tertib';
import type { DatasetEntity } from '../../datasets/dataset.entity.js';
import type { DeliveryTableEntity } from '../../deliveries/delivery-table.entity.js';
import { isNumeric } from '../../datasets/dataset.types.js';
import { cellWords } from '../../tables/cell-name.js';
import { safeText } from '../../tables/safe-text.js';
import { writeMark } from '../../tables/template-made.js';
import { DATA_SHEET } from '../../tables/template-names.js';
import { unreadCell, writtenCell } from '../../tables/written-cell.js';
import type { Noted } from '../finding.js';
import type { Severity } from '../finding.entity.js';

/** Told apart by the word and the darkness of the ground, not by colour alone. */
const GROUND: Readonly<Record<Severity, string>> = { ERROR: 'FFF4B6B6', WARNING: 'FFFFE8B0', INFO: 'FFDCEBFA' };
const WORDS = {
  id: { comment: 'Catatan', level: { ERROR: 'Kesalahan', WARNING: 'Peringatan', INFO: 'Informasi' }, sheet: 'Temuan', headers: ['No.', 'Tingkat', 'Sel', 'Kolom', 'Temuan'], accepted: 'Alasan diterima', none: 'Tidak ada temuan.', part: (sheet: string, shown: number, all: number) => `Lembar “${sheet}” memuat ${shown} baris yang bertemuan dari ${all} baris.`, first: (sheet: string, shown: number, all: number) => `Lembar “${sheet}” memuat ${shown} baris pertama yang bertemuan dari ${all} baris. Masih ada baris lain yang bertemuan: baris itu hanya disebut atau dihitung dalam daftar di bawah ini.` },
  en: { comment: 'Comment', level: { ERROR: 'Error', WARNING: 'Warning', INFO: 'Information' }, sheet: 'Findings', headers: ['No.', 'Level', 'Cell', 'Column', 'Finding'], accepted: 'Accepted because', none: 'There are no findings.', part: (sheet: string, shown: number, all: number) => `The sheet “${sheet}” holds the ${shown} rows with findings, of ${all} rows.`, first: (sheet: string, shown: number, all: number) => `The sheet “${sheet}” holds the first ${shown} rows with findings, of ${all} rows. Other rows have findings too: they are only named or counted in the list below.` },
} as const;
/** Of a longer table only rows with findings are in the report, and so many of them: the producer has the file, and thousands of rows would keep everybody waiting. */
const WHOLE = 2_000;

/**
 * The report of a verification as a workbook: what was found, each line with a way to its cell, and the table as it was delivered with those cells
 * marked and the sentence as their note. A cell stands where it stood in the producer's file, so that `C7` is `C7`, and of what was typed the row is told; corrected and uploaded again, the workbook
 * is read as the template is, and refused where it holds only some of the rows.
 */
export async function findingsBook(dataset: Pick<DatasetEntity, 'id' | 'title' | 'variables' | 'decimalMark'>, table: Pick<DeliveryTableEntity, 'rows' | 'layout'> & { readonly rowCount?: number }, findings: readonly Noted[], language: Language = 'id'): Promise<Buffer> {
  const { title, variables, decimalMark } = dataset;
  // Only when one is asked for: it takes a third of a second to load, at every start.
  const { default: ExcelJS } = await import('@protobi/exceljs');
  const workbook = new ExcelJS.Workbook();
  const summary = workbook.addWorksheet(WORDS[language].sheet, { views: [{ state: 'frozen', ySplit: 3 }] });
  const sheet = workbook.addWorksheet(DATA_SHEET, { views: [{ state: 'frozen', ySplit: 1 }] });
  const columns = variables.flatMap((variable) => { const letter = table.layout.columns[variable.name]; return letter ? [{ ...variable, letter }] : []; });
  const rowCount = table.rowCount ?? table.rows.length;
  const named = [...new Set(findings.flatMap(({ row }) => row ?? []))].toSorted((a, b) => a - b);
  const found = new Set(named.slice(0, WHOLE));
  const shown = table.rows.map((row, index) => ({ row, number: table.layout.rowNumbers[index] ?? index + 2 })).filter(({ number }) => rowCount <= WHOLE || found.has(number));
  const places = new Places(table.layout.rowNumbers, new Map(columns.map(({ name, letter }) => [name, letter])), new Set(shown.map(({ number }) => number)));
  writeMark(workbook, dataset, shown.length < rowCount ? { rows: shown.length, of: rowCount } : undefined);
  // Of a large table the findings alone tell of them; of any other only the first have a finding.
  const unread = new Set([...findings.filter(({ rule }) => rule === 'type').map(({ row, column }) => `${column} ${row}`), ...table.layout.unreadable.map(({ row, column }) => `${column} ${table.layout.rowNumbers[row]}`)]);
  // Nobody wrote these as text: they stand here as their sentences name them.
  const numbers = new Set(table.layout.unreadable.flatMap(({ row, column, held }) => (held === 'number' ? [`${column} ${table.layout.rowNumbers[row]}`] : [])));
  const unreadText = (value: string, place: string): string => (numbers.has(place) ? value.replace('.', decimalMark) : value);
  for (const { letter, ...variable } of columns) {
    const { name, title: header } = variable;
    const column = sheet.getColumn(letter);
    column.width = Math.max(14, Math.min(40, header.length + 4));
    // As text, so that Excel makes no number or day of a code that is typed into it.
    if (!isNumeric(variable.type)) column.numFmt = '@';
    const cell = sheet.getCell(`${letter}1`);
    cell.value = safeText(header);
    cell.font = { bold: true };
    for (const { row, number } of shown) {
      const value = row[name];
      const place = `${name} ${number}`;
      if (value !== null && value !== undefined) sheet.getCell(`${letter}${places.row(number)}`).value = unread.has(place) ? unreadCell(unreadText(value, place), variable, decimalMark) : writtenCell(value, variable, decimalMark);
    }
  }
  mark(sheet, places, findings, language);
  if (shown.length < rowCount) summary.getCell('A2').value = WORDS[language][named.length > WHOLE || findings.some(isCount) ? 'first' : 'part'](DATA_SHEET, shown.length, rowCount);
  list(summary, title, places, findings, new Map(columns.map(({ name, title: header }) => [name, header])), language);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Where a delivered row stands in the report. What was typed into the page has no header above it: its rows move down by one. */
class Places {
  private readonly offset: number;

  constructor(
    rowNumbers: readonly number[],
    private readonly letters: ReadonlyMap<string, string>,
    private readonly shown: ReadonlySet<number>,
  ) {
    this.offset = (rowNumbers[0] ?? 2) < 2 ? 1 : 0;
  }

  row(number: number): number {
    return number + this.offset;
  }

  /** Null for what is said of the whole table, or of a row that is not in the report. */
  of({ row, column }: Noted): string | null {
    const letter = column === null ? undefined : this.letters.get(column);
    return row === null || letter === undefined || !this.shown.has(row) ? null : `${letter}${this.row(row)}`;
  }
}

function mark(sheet: Worksheet, places: Places, findings: readonly Noted[], language: Language): void {
  const notes = new Map<string, Noted[]>();
  for (const finding of findings) {
    const place = places.of(finding);
    if (place) notes.set(place, [...(notes.get(place) ?? []), finding]);
  }
  for (const [place, found] of notes) {
    const cell = sheet.getCell(place);
    cell.note = found.map((one) => `${wordOf(one, language)}: ${one.message[language]}`).join('\n');
    fill(cell, (['ERROR', 'WARNING', 'INFO'] as const).find((level) => found.some(({ severity }) => severity === level)) ?? 'INFO');
  }
}

function list(sheet: Worksheet, title: string, places: Places, findings: readonly Noted[], titles: ReadonlyMap<string, string>, language: Language): void {
  const words = WORDS[language];
  sheet.getCell('A1').value = safeText(title);
  sheet.getCell('A1').font = { bold: true, size: 14 };
  // Nothing is said of reasons before somebody gave one.
  const isAccepted = findings.some(({ acceptedReason }) => acceptedReason);
  [6, 14, 10, 28, 90, ...(isAccepted ? [50] : [])].forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  [...words.headers, ...(isAccepted ? [words.accepted] : [])].forEach((header, index) => {
    sheet.getCell(3, index + 1).value = header;
    sheet.getCell(3, index + 1).font = { bold: true };
  });
  findings.forEach((finding, index) => {
    const place = places.of(finding);
    const number = index + 4;
    sheet.getCell(number, 1).value = index + 1;
    sheet.getCell(number, 2).value = wordOf(finding, language);
    fill(sheet.getCell(number, 2), finding.severity);
    const where = finding.row === null ? '–' : cellWords(finding.cell, finding.row)[language];
    sheet.getCell(number, 3).value = place ? { text: where, hyperlink: `#'${DATA_SHEET}'!${place}` } : where;
    sheet.getCell(number, 4).value = safeText(titles.get(finding.column ?? '') ?? finding.column ?? '–');
    sheet.getCell(number, 5).value = safeText(finding.message[language]);
    sheet.getCell(number, 5).alignment = { wrapText: true, vertical: 'top' };
    if (!finding.acceptedReason) return;
    sheet.getCell(number, 6).value = safeText(finding.acceptedReason);
    sheet.getCell(number, 6).alignment = { wrapText: true, vertical: 'top' };
  });
  if (findings.length === 0) sheet.getCell('A4').value = words.none;
}

/** Said of a column without a row by itself. All else that names no row counts cells that have no finding of their own. */
const OF_COLUMNS: ReadonlySet<Noted['rule']> = new Set(['column-missing', 'grid']);
const isCount = ({ rule, row, column }: Noted): boolean => row === null && column !== null && !OF_COLUMNS.has(rule);

const wordOf = ({ rule, severity }: Noted, language: Language): string => (rule === 'comment' ? WORDS[language].comment : WORDS[language].level[severity]);

const fill = (cell: Cell, level: Severity): void => {
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: GROUND[level] } };
};
