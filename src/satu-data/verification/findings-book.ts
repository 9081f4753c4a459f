import type { Cell, Worksheet } from '@protobi/exceljs';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { safeText } from '../tables/safe-text.js';
import type { Finding } from './finding.js';
import type { Severity } from './finding.entity.js';

/** Told apart by the word and the darkness of the ground, not by colour alone. */
const LEVEL: Readonly<Record<Severity, { readonly word: string; readonly ground: string }>> = {
  ERROR: { word: 'Kesalahan', ground: 'FFF4B6B6' },
  WARNING: { word: 'Peringatan', ground: 'FFFFE8B0' },
  INFO: { word: 'Informasi', ground: 'FFDCEBFA' },
};
/** Of a longer table only the rows with findings are in the report: the producer has the file, and thousands of rows would keep everybody waiting. */
const WHOLE = 2_000;
const [FINDINGS, DATA] = ['Temuan', 'Data'] as const;

/**
 * The report of a verification as a workbook: what was found, each line with a way to its cell, and the table as it was delivered with those cells
 * marked and the sentence as their note. A cell stands where it stood in the producer's file, so that `C7` is `C7`.
 */
export async function findingsBook({ title, variables }: Pick<DatasetEntity, 'title' | 'variables'>, table: Pick<DeliveryTableEntity, 'rows' | 'layout'> & { readonly rowCount?: number }, findings: readonly Finding[]): Promise<Buffer> {
  // Only when one is asked for: it takes a third of a second to load, at every start.
  const { default: ExcelJS } = await import('@protobi/exceljs');
  const workbook = new ExcelJS.Workbook();
  const summary = workbook.addWorksheet(FINDINGS, { views: [{ state: 'frozen', ySplit: 3 }] });
  const sheet = workbook.addWorksheet(DATA, { views: [{ state: 'frozen', ySplit: 1 }] });
  const columns = variables.flatMap((variable) => { const letter = table.layout.columns[variable.name]; return letter ? [{ ...variable, letter }] : []; });
  const places = new Places(table.layout.rowNumbers, new Map(columns.map(({ name, letter }) => [name, letter])));
  const found = new Set(findings.map(({ row }) => row));
  const rowCount = table.rowCount ?? table.rows.length;
  const shown = table.rows.map((row, index) => ({ row, number: table.layout.rowNumbers[index] ?? index + 2 })).filter(({ number }) => rowCount <= WHOLE || found.has(number));
  for (const { name, title: header, letter } of columns) {
    const cell = sheet.getCell(`${letter}1`);
    cell.value = safeText(header);
    cell.font = { bold: true };
    sheet.getColumn(letter).width = Math.max(14, Math.min(40, header.length + 4));
    for (const { row, number } of shown) {
      const value = row[name];
      if (value !== null && value !== undefined) sheet.getCell(`${letter}${places.row(number)}`).value = safeText(value);
    }
  }
  mark(sheet, places, findings);
  if (shown.length < rowCount) summary.getCell('A2').value = `Lembar “${DATA}” memuat ${shown.length} baris yang bertemuan dari ${rowCount} baris.`;
  list(summary, title, places, findings, new Map(columns.map(({ name, title: header }) => [name, header])));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Where a delivered row stands in the report. What was typed into the page has no header above it: its rows move down by one. */
class Places {
  private readonly offset: number;

  constructor(
    rowNumbers: readonly number[],
    private readonly letters: ReadonlyMap<string, string>,
  ) {
    this.offset = (rowNumbers[0] ?? 2) < 2 ? 1 : 0;
  }

  row(number: number): number {
    return number + this.offset;
  }

  /** Null for what is said of the whole table. */
  of({ row, column }: Finding): string | null {
    const letter = column === null ? undefined : this.letters.get(column);
    return row === null || letter === undefined ? null : `${letter}${this.row(row)}`;
  }
}

function mark(sheet: Worksheet, places: Places, findings: readonly Finding[]): void {
  const notes = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = places.of(finding);
    if (place) notes.set(place, [...(notes.get(place) ?? []), finding]);
  }
  for (const [place, found] of notes) {
    const cell = sheet.getCell(place);
    cell.note = found.map(({ severity, message }) => `${LEVEL[severity].word}: ${message.id}`).join('\n');
    fill(cell, (['ERROR', 'WARNING', 'INFO'] as const).find((level) => found.some(({ severity }) => severity === level)) ?? 'INFO');
  }
}

function list(sheet: Worksheet, title: string, places: Places, findings: readonly Finding[], titles: ReadonlyMap<string, string>): void {
  sheet.getCell('A1').value = safeText(title);
  sheet.getCell('A1').font = { bold: true, size: 14 };
  const headers = ['No.', 'Tingkat', 'Sel', 'Kolom', 'Temuan'];
  [6, 14, 10, 28, 90].forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  headers.forEach((header, index) => {
    sheet.getCell(3, index + 1).value = header;
    sheet.getCell(3, index + 1).font = { bold: true };
  });
  findings.forEach((finding, index) => {
    const place = places.of(finding);
    const number = index + 4;
    sheet.getCell(number, 1).value = index + 1;
    sheet.getCell(number, 2).value = LEVEL[finding.severity].word;
    fill(sheet.getCell(number, 2), finding.severity);
    sheet.getCell(number, 3).value = place ? { text: finding.cell ?? place, hyperlink: `#'${DATA}'!${place}` } : '–';
    sheet.getCell(number, 4).value = safeText(titles.get(finding.column ?? '') ?? finding.column ?? '–');
    sheet.getCell(number, 5).value = safeText(finding.message.id);
    sheet.getCell(number, 5).alignment = { wrapText: true, vertical: 'top' };
  });
  if (findings.length === 0) sheet.getCell('A4').value = 'Tidak ada temuan.';
}

const fill = (cell: Cell, level: Severity): void => {
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: LEVEL[level].ground } };
};
