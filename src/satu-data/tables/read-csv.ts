import { CsvError, parse } from 'csv-parse/sync';
import type { Variable } from '../datasets/dataset.types.js';
import { delimiterOf, saidLength } from './csv-head.js';
import { LIMITS } from './limits.js';
import { UnreadableTable, type RawSheet } from './table.types.js';

/** A CSV with a header. By the names of `variables` it is seen what cuts its columns. */
export function readCsv(content: Buffer, variables: readonly Variable[] = []): RawSheet {
  const text = decode(content);
  const said = saidLength(text);
  const delimiter = delimiterOf(text, variables);
  const records = parseRecords(text.slice(said), delimiter, said > 0 ? 1 : 0).map(filled);
  const [headers = [], ...rows] = records;
  if (rows.length > LIMITS.rows || records.some(({ length }) => length > LIMITS.columns)) {
    throw new UnreadableTable({ id: `Tabel ini terlalu besar: paling banyak ${LIMITS.rows} baris dan ${LIMITS.columns} kolom.`, en: `This table is too large: at most ${LIMITS.rows} rows and ${LIMITS.columns} columns.` });
  }
  return { source: 'csv', headers: headers.map((one) => one.trim()), rows: rows.map((cells, index) => ({ number: index + (said > 0 ? 3 : 2), cells })), delimiter, mark: null };
}

/** Excel writes the delimiters of columns that only had a format. */
const filled = (cells: readonly string[]): string[] => cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);

/** What csv-parse does not take: quotes that are amid a cell, or that nobody closes. */
export const badCsv = (row: number): UnreadableTable => new UnreadableTable({
  id: `Baris ${row} berkas CSV ini tidak dapat dibaca. Periksa tanda kutipnya: isi yang memuat tanda kutip ditulis di antara tanda kutip, dan yang di dalamnya digandakan, misalnya "Toko ""Maju"" Jaya". Perbaiki, lalu unggah lagi.`,
  en: `Row ${row} of this CSV file cannot be read. Check its quotes: a text with quotes in it is written between quotes, and those in it are doubled, for example "Toko ""Maju"" Jaya". Mend it and upload it again.`,
});

/**
 * The row in which it stopped, counted as in all findings. Its own count of lines takes two for an end of line within quotes, and tells the last line of the file
 * where quotes are not closed.
 *
 * @param before - rows that were read elsewhere
 */
export const refusedCsv = (error: unknown, before = 0): unknown => (error instanceof CsvError ? badCsv(before + Number(error['records'] ?? 0) + 1) : error);

/** UTF-8; where that fails, what older Excel writes. */
function decode(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}

function parseRecords(text: string, delimiter: string, before: number): string[][] {
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, max_record_size: LIMITS.columns * 1000, to: LIMITS.rows + 2 });
  } catch (error) {
    throw refusedCsv(error, before);
  }
}
