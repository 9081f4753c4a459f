import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Variable } from '../../datasets/dataset.types.js';
import { delimiterOf, lineEndOf, saidLength, type Delimiter } from '../../tables/csv-head.js';
import { headersAmong, isNumbering, SEARCHED } from '../../tables/header-row.js';
import { LARGE_LIMITS, LIMITS } from '../../tables/limits.js';
import { StrayCells } from '../../tables/stray-cells.js';
import { UnreadableTable, type Remark } from '../../tables/table.types.js';
import { countOf, recordsOf, type CsvRecord } from './csv-records.js';

/** Enough for any header. */
const HEAD = 256 * 1024;
/** Bytes that are read at a time. */
const CHUNK = 256 * 1024;

/** What is known of the file afterwards. */
export interface RegularCsv {
  readonly headers: readonly string[];
  /** The row that the first line below them was. */
  readonly firstRow: number;
  readonly delimiter: Delimiter;
  /** What is said of rows that are longer than the headers: their last cells are not written. */
  readonly remarks: readonly Remark[];
}

/**
 * A CSV as offices write it, as one that DuckDB reads without guessing: UTF-8, from its headers on, each line as long as they are, and after the cells the number
 * of the row. Read and written as a stream, whatever its size.
 */
export async function regularCsv(from: string, to: string, variables: readonly Variable[], progress: (fraction: number) => void): Promise<RegularCsv> {
  const [encoding, { size }] = [await encodingOf(from), await stat(from)];
  const head = await headOf(from, encoding);
  const delimiter = delimiterOf(head, variables);
  // Excel's own first line, which says the delimiter.
  const regular = new Regular(saidLength(head) > 0 ? 1 : 0, delimiter, variables);
  await pipeline(regular.lines(recordsOf(textsOf(from, encoding, (bytes) => progress(bytes / size)), { delimiter, lineEnd: lineEndOf(head) })), createWriteStream(to));
  return { headers: regular.headers, firstRow: regular.firstRow, delimiter, remarks: regular.stray.remarks(delimiter) };
}

async function* textsOf(path: string, encoding: string, seen: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    bytes += (chunk as Buffer).length;
    seen(bytes);
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

/** Records in, lines out. */
class Regular {
  headers: readonly string[] = [];
  stray = new StrayCells([]);
  /** Whether a line of as many cells has none beneath a blank header, which would be a stray one. */
  private areNamed = false;
  /** The row that comes next. */
  private number = 1;
  firstRow = 1;

  constructor(private readonly before: number, private readonly delimiter: Delimiter, private readonly variables: readonly Variable[]) {}

  async *lines(some: AsyncIterable<readonly CsvRecord[]>): AsyncGenerator<string> {
    // All among which the headers are looked for, and the row below them.
    let head: CsvRecord[] | null = [];
    for await (const records of some) {
      if (head === null) yield records.map((record) => this.line(record)).join('');
      else head = head.concat(records);
      if (head === null || head.length <= this.before + SEARCHED) continue;
      yield this.begin(head);
      head = null;
    }
    if (head) yield this.begin(head);
  }

  /** As `fromHeaders` of tables/header-row.ts. */
  private begin(records: readonly CsvRecord[]): string {
    const rows = records.slice(this.before, this.before + SEARCHED + 1).map((record) => this.cells(record));
    if (rows.some((cells) => cells.findLastIndex((cell) => cell.trim() !== '') >= LIMITS.columns)) throw tooLarge();
    const place = Math.max(0, headersAmong(rows, this.variables));
    const below = place + (isNumbering(rows[place + 1] ?? []) ? 2 : 1);
    this.number = this.firstRow = this.before + below + 1;
    return `${this.header(rows[place] ?? [])}${records.slice(this.before + below).map((record) => this.line(record)).join('')}`;
  }

  private cells(record: CsvRecord): readonly string[] {
    return typeof record === 'string' ? record.split(this.delimiter) : record;
  }

  private line(record: CsvRecord): string {
    const number = this.number;
    this.number += 1;
    if (number >= this.firstRow + LARGE_LIMITS.rows) throw tooLarge();
    if (this.areNamed && typeof record === 'string' && countOf(this.delimiter, record) === this.headers.length - 1) return `${record}${this.delimiter}${number}\n`;
    return this.cut(number, this.cells(record));
  }

  private header(cells: readonly string[]): string {
    if (cells.length > LIMITS.columns) throw tooLarge();
    this.headers = cells.map((one) => one.trim());
    this.stray = new StrayCells(this.headers);
    this.areNamed = this.headers.at(-1) !== '';
    return `${[...cells.map((_, place) => `c${place}`), 'n'].join(this.delimiter)}\n`;
  }

  private cut(number: number, cells: readonly string[]): string {
    this.stray.see(number, cells);
    return `${[...this.headers.map((_, place) => this.cell(cells[place] ?? '')), number].join(this.delimiter)}\n`;
  }

  private cell(text: string): string {
    return text.includes(this.delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }
}

/** UTF-8; where that fails, what older Excel writes. */
async function encodingOf(path: string): Promise<'utf-8' | 'windows-1252'> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) strict.decode(chunk as Buffer, { stream: true });
    strict.decode();
    return 'utf-8';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'windows-1252';
    throw error;
  }
}

async function headOf(path: string, encoding: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: HEAD - 1 })) chunks.push(chunk as Buffer);
  return new TextDecoder(encoding).decode(Buffer.concat(chunks)).replace(/^\uFEFF/, '');
}

const tooLarge = (): UnreadableTable => {
  const rows = LARGE_LIMITS.rows.toLocaleString('id-ID');
  return new UnreadableTable({
    id: `Tabel ini terlalu besar: paling banyak ${rows} baris dan ${LIMITS.columns} kolom. Bagi tabelnya, atau hubungi Seksi Pengelolaan Data.`,
    en: `This table is too large: at most ${LARGE_LIMITS.rows.toLocaleString('en-GB')} rows and ${LIMITS.columns} columns. Split it, or speak to the data section.`,
  });
};
