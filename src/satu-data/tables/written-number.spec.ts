import { randomFrom } from '../../../test/support/random.js';
import type { DecimalMark } from '../datasets/dataset.types.js';
import { decimal } from '../analysis/decimal.js';
import { formatDecimal } from '../portal/number-format.js';
import { isOpen } from '../shared/decimal-mark.js';
import { notANumber } from './number-sentences.js';
import { otherMark, parseNumber, parseUndeclared, readWritten } from './written-number.js';

const MARKS: readonly DecimalMark[] = [',', '.'];
const languageOf = (mark: DecimalMark) => (mark === ',' ? 'id' : 'en');

/** Texts that look like numbers more often than not; the same in each run, so that a failure can be looked at. */
function* texts(count: number): Generator<string> {
  const next = randomFrom(7);
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  for (let index = 0; index < count; index += 1) yield Array.from({ length: 1 + Math.floor(next() * 6) }, () => one(['0', '00', '1', '5', '12', '345', '000', '125', '.', ',', '.', ',', '-', '+'])).join('');
}

/** Every decimal text of this value that an office would write in a language, with as many noughts behind it as the text has. */
const isAsWritten = (text: string, value: string, mark: DecimalMark): boolean => {
  const fraction = text.includes(mark) ? text.slice(text.indexOf(mark) + 1).length : 0;
  return text.replace(/^\+/, '') === formatDecimal(decimal(value).toFixed(fraction), languageOf(mark)) || (decimal(value).eq(0) && text.startsWith('-'));
};

describe('what is read as a number', () => {
  it.each(MARKS)('is, the mark being “%s”, what an office writes so, or cannot be another number', (mark) => {
    const read = [...texts(20_000)].flatMap((text) => {
      const value = parseNumber(text, mark);
      return value === null ? [] : [{ text, value }];
    });
    expect(read.length).toBeGreaterThan(2_000);
    expect(read.filter(({ text, value }) => !isAsWritten(text, value, mark) && parseUndeclared(text) !== value)).toEqual([]);
  });

  it('is told at once for two readings where both conventions have one, and another each', () => {
    for (const text of texts(3_000)) {
      const [comma, point] = [parseNumber(text, ','), parseNumber(text, '.')];
      expect([text, isOpen(text)]).toEqual([text, comma !== null && point !== null && comma !== point]);
      expect([text, parseUndeclared(text)]).toEqual([text, isOpen(text) ? null : (comma ?? point)]);
      for (const mark of MARKS) expect(readWritten(text, { mark, strict: true })).toBe(isOpen(text) ? null : parseNumber(text, mark));
    }
  });

  it('never is the other way of writing it, which is answered with what to write', () => {
    for (const text of texts(2_000)) {
      for (const mark of MARKS) {
        const other = parseNumber(text, otherMark(mark));
        if (other === null || parseNumber(text, mark) !== null) continue;
        expect(notANumber(text, { mark, strict: false }).id).toContain(`Tulis ${formatDecimal(other, languageOf(mark))}.`);
      }
    }
  });
});

describe('why a number is refused', () => {
  it.each([
    ['0.125', ',', false, '“0.125” memakai titik sebagai tanda desimal, sedangkan data ini memakai koma. Tulis 0,125.'],
    ['1,234.5', ',', false, '“1,234.5” memakai titik sebagai tanda desimal, sedangkan data ini memakai koma. Tulis 1.234,5.'],
    ['10.500', ',', true, '“10.500” dapat berarti 10500 atau 10,500, karena tanda desimal tabel ini tidak jelas. Tulis 10500 bila itu maksudnya; bila pecahan, tulis semua angka tabel ini dengan koma desimal.'],
    ['0,5', '.', false, '“0,5” memakai koma sebagai tanda desimal, sedangkan data ini memakai titik. Tulis 0.5.'],
    ['banyak', ',', true, '“banyak” bukan angka. Tulis angkanya saja, misalnya 1.234,5.'],
  ] as const)('%s, the mark being “%s”', (text, mark, strict, said) => expect(notANumber(text, { mark, strict }).id).toBe(said));
});
