import { parse } from 'csv-parse/sync';
import { delimiterOf, saidLength } from './csv-head.js';
import { LIMITS } from './limits.js';
import { UnreadableTable, type RawSheet } from './table.types.js';

/** A CSV with a header. */
export function readCsv(content: Buffer): RawSheet {
  const text = decode(content);
  const said = saidLength(text);
  const delimiter = delimiterOf(text);
  const records = parseRecords(text.slice(said), delimiter).map(filled);
  const [headers = [], ...rows] = records;
  if (rows.length > LIMITS.rows || records.some(({ length }) => length > LIMITS.columns)) {
    throw new UnreadableTable({ id: `Tabel ini terlalu besar: paling banyak ${LIMITS.rows} baris dan ${LIMITS.columns} kolom.`, en: `This table is too large: at most ${LIMITS.rows} rows and ${LIMITS.columns} columns.` });
  }
  return { source: 'csv', headers: headers.map((one) => one.trim()), rows: rows.map((cells, index) => ({ number: index + (said > 0 ? 3 : 2), cells })), delimiter, mark: null };
}

/** Excel writes the delimiters of columns that only had a format. */
const filled = (cells: readonly string[]): string[] => cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);

export const badCsv = (): UnreadableTable => new UnreadableTable({ id: 'Berkas CSV ini tidak dapat dibaca. Periksa tanda kutip dan pemisah kolomnya.', en: 'This CSV file cannot be read. Check its quotes and delimiters.' });

/** UTF-8; where that fails, what older Excel writes. */
function decode(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}

function parseRecords(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, max_record_size: LIMITS.columns * 1000, to: LIMITS.rows + 2 });
  } catch {
    throw badCsv();
  }
}
