import { randomFrom } from '../../../../test/support/random.js';
import { compute } from './compute.js';
import { columnsIn, FormulaError } from './formula.js';
import { otherColumn } from './other-column.js';
import { parseFormula } from './parse.js';

const value = (source: string, row: Record<string, string> = {}, decimals = 2) => compute(parseFormula(source), (column) => row[column], decimals);
const fault = (source: string): FormulaError => {
  try {
    parseFormula(source);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`read: ${source}`);
};

describe('the formula of an indicator', () => {
  it.each([
    ['jumlah ÷ luas_km2', '60.78'],
    ['laki_laki / perempuan * 100', '106.37'],
    ['laki_laki : perempuan × 100', '106.37'],
    ['jumlah − laki_laki − perempuan', '0.00'],
    ['-(laki_laki - perempuan)', '-10398.00'],
    ['2 + 3 × 4', '14.00'],
    ['(2 + 3) × 4', '20.00'],
    ['8 ÷ 4 ÷ 2', '1.00'],
    ['1 ÷ 3 × 3', '1.00'],
    ['0 − 5 ÷ 1000', '-0.01'],
    ['-1 ÷ 1000', '0.00'],
  ])('%s is %s', (source, expected) => {
    expect(value(source, { laki_laki: '173688', perempuan: '163290', jumlah: '336978', luas_km2: '5544.567' })).toEqual({ value: expected });
  });

  it('is missing where a column is, and where nothing can be divided by', () => {
    expect(value('a + b', { a: '1' })).toEqual({ why: 'empty', column: 'b' });
    expect(value('a ÷ (b − b)', { a: '1', b: '2' })).toEqual({ why: 'division' });
  });

  it('reads columns of other data sets, named by what these are called or by their ID', () => {
    expect(columnsIn(parseFormula('a ÷ [Jumlah penduduk - 2024].jumlah × 10 + [1506.01.0001] . b'))).toEqual(['a', '[Jumlah penduduk - 2024].jumlah', '[1506.01.0001] . b']);
    expect(otherColumn('[1506.01.0001] . b')).toEqual({ dataset: '1506.01.0001', column: 'b' });
    expect(otherColumn('jumlah')).toBeNull();
  });

  it('keeps every digit', () => expect(value('a + 1', { a: '99999999999999999999.01' })).toEqual({ value: '100000000000000000000.01' }));

  it.each([
    ['', 1, 'belum selesai'],
    ['a +', 4, 'belum selesai'],
    ['a b', 3, '“b” tidak didahului tanda'],
    ['(a + b', 1, 'belum ditutup'],
    ['a + b)', 6, 'tidak punya pasangan'],
    ['a × × b', 5, 'harus ada nama kolom'],
    ['1.000 × a', 1, 'bukan bilangan bulat'],
    ['a × 0,5', 5, 'bukan bilangan bulat'],
    ['a ^ 2', 3, 'tanda “^” tidak dikenal'],
    ['a = b', 3, 'tanda “=” tidak dikenal'],
    ['a ÷ [Jumlah penduduk', 5, 'kurung siku ini belum ditutup'],
    ['a ÷ [Jumlah penduduk] × 2', 5, 'tulis titik dan nama kolomnya'],
    ['a ÷ [ ].jumlah', 5, 'tulis titik dan nama kolomnya'],
    [`${'('.repeat(22)}a${')'.repeat(22)}`, 22, 'kurung bersarang'],
    ['a'.repeat(501), 500, 'paling panjang'],
  ])('says where %j is wrong: %i, %s', (source, at, words) => {
    const { at: place, text } = fault(source);
    expect([place, text.id.includes(words), text.en.startsWith(`Formula, character ${at}`)]).toEqual([at, true, true]);
  });

  it('computes as plain fractions do, on random formulas', () => {
    const random = randomFrom(66);
    let computed = 0;
    for (let round = 0; round < 3000; round++) {
      const { source, expected } = randomFormula(random, 4);
      const result = value(source, ROW, 3);
      expect([source, result]).toEqual([source, expected === null ? { why: 'division' } : { value: rounded(expected) }]);
      if (expected !== null) computed += 1;
    }
    expect(computed).toBeGreaterThan(2000);
    expect(columnsIn(parseFormula('a + b × a'))).toEqual(['a', 'b']);
  });
});

/** The oracle: whole numbers over whole numbers, written down beside the text. */
type Plain = readonly [over: bigint, under: bigint] | null;
const ROW: Readonly<Record<string, string>> = { a: '7', b: '0', c: '-12.5', d: '1000000.001' };
const PLAIN: Readonly<Record<string, Plain>> = { a: [7n, 1n], b: [0n, 1n], c: [-25n, 2n], d: [1000000001n, 1000n] };

function randomFormula(random: () => number, depth: number): { source: string; expected: Plain } {
  const pick = <T>(...choices: T[]): T => choices[Math.floor(random() * choices.length)] as T;
  if (depth === 0 || random() < 0.2) {
    if (random() < 0.3) { const number = Math.floor(random() * 2000); return { source: String(number), expected: [BigInt(number), 1n] }; }
    const name = pick('a', 'b', 'c', 'd');
    return { source: name, expected: PLAIN[name] as Plain };
  }
  const left = randomFormula(random, depth - 1);
  if (random() < 0.1) return { source: `${pick('-', '−')}(${left.source})`, expected: left.expected && [-left.expected[0], left.expected[1]] };
  const right = randomFormula(random, depth - 1);
  const [sign, work] = pick<[string[], (a: readonly [bigint, bigint], b: readonly [bigint, bigint]) => Plain]>(
    [['+'], ([a, b], [c, d]) => [a * d + c * b, b * d]],
    [['-', '−'], ([a, b], [c, d]) => [a * d - c * b, b * d]],
    [['*', '×'], ([a, b], [c, d]) => [a * c, b * d]],
    [['/', '÷', ':'], ([a, b], [c, d]) => (c === 0n ? null : [a * d, b * c])],
  );
  return { source: `(${left.source})${pick('', ' ')}${pick(...sign)}${pick('', ' ')}(${right.source})`, expected: left.expected && right.expected && work(left.expected, right.expected) };
}

/** Half away from zero, to three places, on digits. */
function rounded([over, under]: readonly [bigint, bigint]): string {
  const negative = over < 0n !== under < 0n;
  const [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under];
  const thousandths = (a * 2000n + b) / (b * 2n);
  const digits = String(thousandths).padStart(4, '0');
  return `${negative && thousandths > 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}
