import { parse } from 'csv-parse/sync';
import { lineEndOf } from '../../tables/csv-head.js';
import { LIMITS } from '../../tables/limits.js';
import { recordsOf } from './csv-records.js';

const MOST = LIMITS.columns * 1000;

/** The same at each run: a number below `most`. */
function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
}

async function* inParts(text: string, below: (most: number) => number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; ) {
    const end = at + below(12);
    yield text.slice(at, end);
    at = end;
  }
}

async function read(texts: AsyncIterable<string>, text: string): Promise<string[][]> {
  const records: string[][] = [];
  for await (const some of recordsOf(texts, { delimiter: ';', lineEnd: lineEndOf(text) })) records.push(...some.map((one) => (typeof one === 'string' ? one.split(';') : [...one])));
  return records;
}

const atOnce = (text: string): string[][] => parse(text, { delimiter: ';', bom: true, relax_column_count: true, max_record_size: MOST });

const CELLS = ['', 'a', 'é ', '1,5', '"q"', '""', '"a;b"', '"a\nb"', '"a\r\nb"', '"say ""x"";\n"'];
/** What csv-parse refuses, and what ends a line in other files. */
const RARE = ['a"b', '"a"b', '"', ' "a"', 'a\rb', 'a\nb', '\r'];

describe('records of a CSV that comes in parts', () => {
  it('are those that csv-parse reads of the whole, or are refused as it does', async () => {
    const seen = { read: 0, refused: 0 };
    for (let seed = 1; seed <= 3_000; seed++) {
      const below = numbers(seed);
      const cell = (): string => (below(40) === 0 ? RARE[below(RARE.length)] : CELLS[below(seed % 3 === 0 ? 4 : CELLS.length)]) ?? '';
      const end = ['\n', '\r\n', '\r'][below(3)] ?? '\n';
      const text = `${Array.from({ length: 1 + below(8) }, () => Array.from({ length: 1 + below(4) }, cell).join(';')).join(end)}${['', end, end + end][below(3)]}`;
      const expected = ((): string[][] | null => { try { return atOnce(text); } catch { return null; } })();
      const found = await read(inParts(text, below), text).catch(() => null);
      expect({ seed, text, found }).toEqual({ seed, text, found: expected });
      seen[expected ? 'read' : 'refused'] += 1;
    }
    expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(100);
  });

  it.each([['as long as one may be', 'a'.repeat(MOST)], ['longer', 'a'.repeat(MOST + 1)], ['longer, of letters of more bytes', 'é'.repeat(MOST / 2 + 1)]])('are refused by their length as csv-parse does: %s', async (_what, long) => {
    const text = `a;b\n${long}\nc;d\n`;
    const expected = ((): string[][] | null => { try { return atOnce(text); } catch { return null; } })();
    expect(await read(inParts(text, () => 50_000), text).catch(() => null)).toEqual(expected);
  });

  it('are none where quotes are never closed; not all of the rest is kept to find out', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<string> {
      yield 'a;"b\n';
      for (; asked < 1_000; asked += 1) yield 'c\n'.repeat(100_000);
    }
    await expect(read(endless(), 'a;"b\n')).rejects.toThrow('cannot be read');
    expect(asked).toBeLessThan(20);
  });
});
