import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse, type CsvError } from 'csv-parse';
import { delimiterOf, saidLength, type Delimiter } from '../../tables/csv-head.js';
import { LARGE_LIMITS, LIMITS } from '../../tables/limits.js';
import { badCsv } from '../../tables/read-csv.js';
import { StrayCells } from '../../tables/stray-cells.js';
import { UnreadableTable, type Remark } from '../../tables/table.types.js';

/** Enough for any header. */
const HEAD = 256 * 1024;
/** Records that are written at a time. */
const CHUNK = 500;

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
 * A CSV as offices write it, as one that DuckDB reads without guessing: UTF-8, commas, each line as long as the header, and after the cells the number of the
 * row. Read and written as a stream, whatever its size.
 */
export async function regularCsv(from: string, to: string, progress: (fraction: number) => void): Promise<RegularCsv> {
  const [encoding, { size }] = [await encodingOf(from), await stat(from)];
  let seen = 0;
  const decoder = new TextDecoder(encoding);
  const decode = new Transform({
    readableObjectMode: true,
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      progress(seen / size);
      done(null, decoder.decode(chunk, { stream: true }));
    },
    flush(done) { done(null, decoder.decode()); },
  });
  const head = await headOf(from, encoding);
  // Excel's own first line, which says the delimiter.
  const headerLine = saidLength(head) > 0 ? 2 : 1;
  const delimiter = delimiterOf(head);
  const regular = new Regular(headerLine);
  const parser = parse({ delimiter, from_line: headerLine, bom: true, relax_column_count: true, max_record_size: LIMITS.columns * 1000 });
  try {
    await pipeline(createReadStream(from, { highWaterMark: 1 << 18 }), decode, parser, regular, createWriteStream(to));
  } catch (error) {
    throw isCsvError(error) ? badCsv() : error;
  }
  return { headers: regular.headers, headerLine, delimiter, remarks: regular.stray.remarks(delimiter) };
}

/** Records in, lines out. */
class Regular extends Transform {
  headers: readonly string[] = [];
  stray = new StrayCells([]);
  private number: number;
  private lines: string[] = [];

  constructor(private readonly headerLine: number) {
    super({ writableObjectMode: true, writableHighWaterMark: CHUNK });
    this.number = headerLine;
  }

  override _transform(record: readonly string[], _encoding: string, done: (error?: Error | null) => void): void {
    if (this.number === this.headerLine) {
      this.headers = record.map((one) => one.trim());
      this.stray = new StrayCells(this.headers);
      if (record.length > LIMITS.columns) return done(tooLarge());
      this.lines.push(`${record.map((_, place) => `c${place}`).join(',')},n\n`);
    } else {
      if (this.number - this.headerLine > LARGE_LIMITS.rows) return done(tooLarge());
      this.stray.see(this.number, record);
      let line = '';
      for (let place = 0; place < this.headers.length; place++) line += `${cell(record[place] ?? '')},`;
      this.lines.push(`${line}${this.number}\n`);
    }
    this.number += 1;
    if (this.lines.length >= CHUNK) this.tell();
    done();
  }

  override _flush(done: () => void): void {
    this.tell();
    done();
  }

  private tell(): void {
    this.push(this.lines.join(''));
    this.lines = [];
  }
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** UTF-8; where that fails, what older Excel writes. */
async function encodingOf(path: string): Promise<'utf-8' | 'windows-1252'> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) strict.decode(chunk as Buffer, { stream: true });
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

const isCsvError = (error: unknown): error is CsvError => error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

const tooLarge = (): UnreadableTable => {
  const rows = LARGE_LIMITS.rows.toLocaleString('id-ID');
  return new UnreadableTable({
    id: `Tabel ini terlalu besar: paling banyak ${rows} baris dan ${LIMITS.columns} kolom. Bagi tabelnya, atau hubungi Seksi Pengelolaan Data.`,
    en: `This table is too large: at most ${LARGE_LIMITS.rows.toLocaleString('en-GB')} rows and ${LIMITS.columns} columns. Split it, or speak to the data section.`,
  });
};
