import type { Variable } from '../datasets/dataset.types.js';
import { verify } from '../verification/verify.js';
import { readCell } from './cell-value.js';
import { USUAL_SIGNS } from './empty-signs.js';
import { readCsv } from './read-csv.js';
import { readGrid } from './read-grid.js';
import { EMPTY_SIGNS } from './sign-list.js';
import { typeTable } from './type-table.js';
import { parseNumber, parseUndeclared } from './written-number.js';

const variable = (type: Variable['type']): Variable => ({ name: 'x', title: 'X', type, required: true, key: false });
const read = (raw: Parameters<typeof readCell>[0], type: Variable['type'], mark: ',' | '.' = ',') => readCell(raw, variable(type), { mark, strict: false });

describe('numbers as people write them', () => {
  it.each([
    ['1.234,5', '1234.5'], ['1.234', '1234'], ['1234,50', '1234.5'], ['-12', '-12'], ['+7', '7'], ['0,001', '0.001'],
    ['123456789012345678901', '123456789012345678901'], ['1.23', null], ['1,234.5', null], ['12.34.567', null],
    ['inf', null], ['NaN', null], ['0x1F', null], ['1e5', null], ['', null], ['1 234', null], ['٣', null],
    ['0.125', null], ['-0.500', null], ['012.345', null], ['000.000', null],
  ])('reads %s, the comma declared, as %s', (text, value) => expect(parseNumber(text, ',')).toBe(value));

  it.each([['1,234.5', '1234.5'], ['1.234', '1.234'], ['1,234', '1234'], ['1.234,5', null], ['0,125', null]])('reads %s, the point declared, as %s', (text, value) =>
    expect(parseNumber(text, '.')).toBe(value));

  it.each([['1.234', null], ['1,234', null], ['1.234,5', '1234.5'], ['1,5', '1.5'], ['77', '77']])('reads %s, nothing declared, as %s', (text, value) =>
    expect(parseUndeclared(text)).toBe(value));
});

describe('signs of real offices', () => {
  const office = (text: string, type: Variable['type'], signs: readonly string[] = []) => readCell(text, variable(type), { mark: ',', strict: false, signs });

  it.each([['\u22125', '-5'], ['\u22121.234,5', '-1234.5'], ['1\u00A0234', '1234'], ['12\u202F345\u2009678,5', '12345678.5']])('reads %s as %s', (text, value) => expect(office(text, 'number')).toEqual({ value }));

  it.each([
    ['Rp 1.000', 'Tulis angkanya saja: 1.000.'], ['rp1.000,50', 'Tulis angkanya saja: 1.000,50.'], ['1.000,-', 'Tulis angkanya saja: 1.000.'], ['1 234', 'Tulis angkanya saja: 1234.'], ['Rp banyak', 'bukan angka'],
    ['0\u00A0234', 'bukan angka'], ['1\u00A0234.5', 'Tulis 1.234,5.'], ['-', 'Tulis 0 bila nilainya nol, atau kosongkan sel ini'], ['–', 'Tulis 0 bila nilainya nol'], ['N.A.', 'Tulis 0 bila nilainya nol'],
  ])('refuses %s with what to write', (text, said) => expect(office(text, 'number')).toMatchObject({ value: text, problem: { id: expect.stringContaining(said) } }));

  it('takes a sign for no value where the office says so: of numbers and days, never of texts', () => {
    for (const sign of ['-', '–', '…', '...', 'n.a.', 'NA', 'na']) {
      for (const type of ['number', 'integer', 'date'] as const) expect(office(` ${sign} `, type, EMPTY_SIGNS)).toEqual({ value: null, sign });
      for (const type of ['string', 'region'] as const) expect(office(sign, type, EMPTY_SIGNS)).toEqual({ value: sign });
    }
    expect(office('-5', 'number', EMPTY_SIGNS)).toEqual({ value: '-5' });
  });

  it('tells how many cells were taken as empty; a required one is still missing', () => {
    const variables = [{ ...variable('number'), name: 'a', title: 'A', key: true }, { ...variable('number'), name: 'b', title: 'B' }, { ...variable('number'), name: 'c', title: 'C', required: false }];
    const described = { id: 'd', decimalMark: ',' as const, variables, rules: [] };
    const table = typeTable(readGrid([{ a: '1', b: '…', c: 'NA' }, { a: '2', b: '3', c: '…' }, { a: '…', b: '…' }], variables), described, USUAL_SIGNS);
    expect(table.rows).toEqual([{ a: '1', b: null, c: null }, { a: '2', b: '3', c: null }]);
    const findings = verify(described, table, { codes: new Map() });
    expect(findings.map(({ rule, severity, row, column }) => [rule, severity, row, column])).toEqual([['reading', 'INFO', null, null], ['required', 'ERROR', 1, 'b']]);
    expect(findings[0]?.message).toEqual({ id: '1 sel berisi “NA”, 2 sel berisi “…” dibaca sebagai kosong, bukan nol. Kolom yang wajib tetap harus diisi.', en: '1 cell with “NA”, 2 cells with “…” were taken as empty, not as zero. Required columns still have to be filled.' });
  });
});

describe('a percent sign', () => {
  const shares = (text: string, more: Partial<Variable> = {}, strict = false) => readCell(text, { ...variable('number'), unit: 'persen', ...more }, { mark: ',', strict });

  it.each([['12,50%', '12.5'], ['12,50 %', '12.5'], ['7\u00A0%', '7'], ['-0,5%', '-0.5'], ['1.234%', '1234']])('behind %s says no more than the unit of its column', (text, value) => {
    for (const unit of ['persen', '%', 'Percent']) expect(shares(text, { unit })).toEqual({ value });
  });

  it('is refused where the unit is another one, or none, with what to write', () => {
    expect(shares('12,50%', { unit: 'jiwa' })).toEqual({ value: '12,50%', problem: { id: '“12,50%” memuat tanda persen, sedangkan satuan kolom ini jiwa. Tulis nilainya dalam jiwa, tanpa tanda persen.', en: '“12,50%” has a percent sign, but the unit of this column is jiwa. Write the value in jiwa, without a percent sign.' } });
    for (const unit of [null, undefined]) expect(shares('5 %', { unit })).toMatchObject({ problem: { id: '“5 %” memuat tanda persen, sedangkan kolom ini tidak bersatuan persen. Tulis nilainya, tanpa tanda persen.' } });
  });

  it('excuses nothing: what is no number, or may be two, is as without it', () => {
    expect(shares('12.5%')).toMatchObject({ problem: { id: expect.stringContaining('Tulis 12,5.') } });
    expect(shares('1.234%', {}, true)).toMatchObject({ problem: { id: expect.stringContaining('dapat berarti 1234 atau 1,234') } });
    expect(shares('12,5%', { type: 'integer' })).toMatchObject({ value: '12,5%', problem: { id: expect.stringContaining('harus bilangan bulat') } });
    for (const text of ['%', '5%%', 'banyak%', '5 % lebih']) expect(shares(text)).toMatchObject({ value: text, problem: { id: expect.stringContaining('bukan angka') } });
    for (const text of ['%', 'banyak%']) expect(shares(text, { unit: 'jiwa' })).toMatchObject({ problem: { id: expect.stringContaining('bukan angka') } });
    expect(read('12,5%', 'string')).toEqual({ value: '12,5%' });
  });

  it('hides no doubt about the decimal mark', () => {
    const described = { id: 'd', decimalMark: ',' as const, variables: [{ ...variable('number'), unit: '%' }, { ...variable('string'), name: 'y', title: 'Y' }] };
    const { layout } = typeTable(readCsv(Buffer.from('X,Y\n12.500%,a\n7.250 %,b\n'), described.variables), described);
    expect([layout.unreadable.map(({ row }) => row), layout.remarks?.map(({ severity }) => severity)]).toEqual([[0, 1], ['ERROR']]);
  });
});

describe('cells', () => {
  it('keeps codes and long numbers as text', () => {
    expect(read('198501012010011001', 'string')).toEqual({ value: '198501012010011001' });
    expect(read('15.10', 'region')).toEqual({ value: '15.10' });
  });

  it.each(['#N/A', '#REF!', '#VALUE!', '#NAME?', '#DIV/0!', '#NUM!', '1,50601E+17', '1.50601E+17', '2E+15'])('refuses what Excel has made of a text or a code, %s, with what to do', (text) => {
    const said = { id: expect.stringMatching(/(ketik isiannya|ketik ulang nomornya), lalu unggah lagi/), en: expect.stringMatching(/type the (value|number again), then upload/) };
    for (const type of ['string', 'region'] as const) expect(read(` ${text} `, type)).toEqual({ value: text, problem: said });
  });

  it.each(['05-Sep', '9-May', '10-Okt', '1-Des'])('refuses the day that Excel has made of a text or a code, %s', (text) => {
    for (const type of ['string', 'region'] as const) expect(read(text, type)).toEqual({ value: text, problem: { id: expect.stringContaining('adalah tanggal yang dibuat Excel'), en: expect.stringContaining('is a date that Excel has made') } });
  });

  it.each(['Jan-24', '5-sep', '5 Sep', '5-9', '17-Agustus', '3E+2', 'E+17', '12E+10', '#1', '#N/A tidak ada', 'N/A', '1,5E17', '1e+17'])('takes %s as the text that it is', (text) => expect(read(text, 'string')).toEqual({ value: text }));

  it('takes blank for empty', () => expect([read(null, 'number'), read('  ', 'string')]).toEqual([{ value: null }, { value: null }]));

  it('reads a number of the spreadsheet without the dust of floats', () => expect(read(0.1 + 0.2, 'number')).toEqual({ value: '0.3' }));

  it('says so where the spreadsheet has cut digits', () => expect(read(123456789012345680, 'integer')).toMatchObject({ problem: { en: expect.stringContaining('15 digits') } }));

  it('writes a number of the spreadsheet by the mark of the data, and says which whole one may be meant', () => {
    expect(read(1.234, 'integer')).toEqual({
      value: '1.234', held: 'number',
      problem: { id: '“1,234” harus bilangan bulat, tanpa pecahan. Bila maksudnya 1234: Excel membaca titik di dalamnya sebagai tanda desimal. Ketik 1234, tanpa titik.', en: '“1,234” must be a whole number, without a fraction. If 1234 is meant: Excel has read the point in it as the decimal mark. Type 1234, without a point.' },
    });
    expect(read(-12.3, 'integer', '.')).toMatchObject({ problem: { id: '“-12.3” harus bilangan bulat, tanpa pecahan. Bila maksudnya -12300: Excel membaca koma di dalamnya sebagai tanda desimal. Ketik -12300, tanpa koma.' } });
    // No number with a mark between its thousands looks like these.
    for (const [number, shown] of [[1234.5, '1.234,5'], [0.125, '0,125'], [1.2345, '1,2345']] as const) expect(read(number, 'integer')).toMatchObject({ problem: { id: `“${shown}” harus bilangan bulat, tanpa pecahan.` } });
  });

  it.each([['10,5', 'integer'], [10.5, 'integer'], ['abc', 'number'], ['#N/A', 'number'], ['31/02/2025', 'date'], [3, 'date']] as const)('refuses %s as %s', (raw, type) =>
    expect(read(raw, type)).toHaveProperty('problem'));

  it('reads dates day first', () => expect([read('31/12/2025', 'date'), read(new Date('2025-12-31T00:00:00Z'), 'date'), read('2025-12-31', 'date')]).toEqual(Array.from({ length: 3 }, () => ({ value: '2025-12-31' }))));
});
