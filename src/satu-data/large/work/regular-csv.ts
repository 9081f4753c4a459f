import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { delimiterOf, lineEndOf, saidLength, type Delimiter } from '../../tables/csv-head.js';
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
  /** The line that they stand in. */
  readonly headerLine: number;
  readonly delimiter: Delimiter;
  /** What is said of rows that are longer than the headers: their last cells are not written. */
  readonly remarks: readonly Remark[];
}

/**
 * A CSV as offices write it, as one that DuckDB reads without guessing: UTF-8, each line as long as the header, and after the cells the number of the
 * row. Read and written as a stream, whatever its size.
 */
export async function regularCsv(from: string, to: string, progress: (fraction: number) => void): Promise<RegularCsv> {
  const [encoding, { size }] = [await encodingOf(from), await stat(from)];
  const head = await headOf(from, encoding);
  // Excel's own first line, which says the delimiter.
  const headerLine = saidLength(head) > 0 ? 2 : 1;
  const delimiter = delimiterOf(head);
  const regular = new Regular(headerLine, delimiter);
  await pipeline(regular.lines(recordsOf(textsOf(from, encoding, (bytes) => progress(bytes / size)), { delimiter, lineEnd: lineEndOf(head) })), createWriteStream(to));
  return { headers: regular.headers, headerLine, delimiter, remarks: regular.stray.remarks(delimiter) };
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
  private number = 1;

  constructor(private readonly headerLine: number, private readonly delimiter: Delimiter) {}

  async *lines(some: AsyncIterable<readonly CsvRecord[]>): AsyncGenerator<string> {
    for await (const records of some) yield records.map((record) => this.line(record)).join('');
  }

  private line(record: CsvRecord): string {
    const number = this.number;
    this.number += 1;
    if (number > this.headerLine + LARGE_LIMITS.rows) throw tooLarge();
    if (number > this.headerLine && this.areNamed && typeof record === 'string' && countOf(this.delimiter, record) === this.headers.length - 1) return `${record}${this.delimiter}${number}\n`;
    const cells = typeof record === 'string' ? record.split(this.delimiter) : record;
    if (number > this.headerLine) return this.cut(number, cells);
    return number === this.headerLine ? this.header(cells) : '';
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
