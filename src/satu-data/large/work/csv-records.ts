import { parse } from 'csv-parse/sync';
import type { Delimiter } from '../../tables/csv-head.js';
import { LIMITS } from '../../tables/limits.js';
import { badCsv, refusedCsv } from '../../tables/read-csv.js';

export interface CsvShape {
  readonly delimiter: Delimiter;
  readonly lineEnd: string;
}

/** A line of cells without anything to be quoted, uncut; or the cells of one that csv-parse read. */
export type CsvRecord = string | readonly string[];

const MOST = LIMITS.columns * 1000;
/** No text of so few characters has more bytes than that. */
const SURELY_SHORT = MOST / 4;
/** So many characters without an end are no record: quotes that nobody closes. */
const ENDLESS = MOST * 10;

/**
 * The records of a CSV, some thousands at a time. Text without quotes is only cut into lines, which takes a tenth of the time that csv-parse takes, and most
 * tables have none. Outside of quotes their number is even, so that what stands before a line's end can be read by itself.
 */
export async function* recordsOf(texts: AsyncIterable<string>, shape: CsvShape): AsyncGenerator<readonly CsvRecord[]> {
  let rest = '';
  let count = 0;
  const records = (some: string): readonly CsvRecord[] => {
    const found = whole(some, shape, count);
    count += found.length;
    return found;
  };
  for await (const text of texts) {
    const all = rest + text;
    const end = lastEnd(all, shape.lineEnd);
    if (end > 0) yield records(all.slice(0, end));
    rest = all.slice(end);
    if (rest.length > ENDLESS) throw badCsv(count + 1);
  }
  if (rest !== '') yield records(rest);
}

/** Behind the last end of a line that is outside of quotes; 0 where there is none. */
function lastEnd(text: string, lineEnd: string): number {
  let quotes = countOf('"', text);
  for (let end = text.length; end > 0; ) {
    const at = text.lastIndexOf(lineEnd, end - 1);
    if (at < 0) return 0;
    quotes -= countOf('"', text.slice(at, end));
    if (quotes % 2 === 0) return at + lineEnd.length;
    end = at;
  }
  return 0;
}

export function countOf(sign: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

/** Records from the first to the last sign, after so many others. */
function whole(text: string, { delimiter, lineEnd }: CsvShape, before: number): readonly CsvRecord[] {
  const lines = (text.endsWith(lineEnd) ? text.slice(0, -lineEnd.length) : text).split(lineEnd);
  if (lines.every((line) => line.length <= SURELY_SHORT && !/["\r\n]/.test(line))) return lines;
  try {
    return parse(text, { delimiter, record_delimiter: lineEnd, relax_column_count: true, max_record_size: MOST });
  } catch (error) {
    throw refusedCsv(error, before);
  }
}
