import type { Variable } from '../datasets/dataset.types.js';
import { readCell } from './cell-value.js';
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

describe('cells', () => {
  it('keeps codes and long numbers as text', () => {
    expect(read('198501012010011001', 'string')).toEqual({ value: '198501012010011001' });
    expect(read('15.10', 'region')).toEqual({ value: '15.10' });
  });

  it('takes blank for empty', () => expect([read(null, 'number'), read('  ', 'string')]).toEqual([{ value: null }, { value: null }]));

  it('reads a number of the spreadsheet without the dust of floats', () => expect(read(0.1 + 0.2, 'number')).toEqual({ value: '0.3' }));

  it('says so where the spreadsheet has cut digits', () => expect(read(123456789012345680, 'integer')).toMatchObject({ problem: { en: expect.stringContaining('15 digits') } }));

  it.each([['10,5', 'integer'], [10.5, 'integer'], ['abc', 'number'], ['#N/A', 'number'], ['31/02/2025', 'date'], [3, 'date']] as const)('refuses %s as %s', (raw, type) =>
    expect(read(raw, type)).toHaveProperty('problem'));

  it('reads dates day first', () => expect([read('31/12/2025', 'date'), read(new Date('2025-12-31T00:00:00Z'), 'date'), read('2025-12-31', 'date')]).toEqual(Array.from({ length: 3 }, () => ({ value: '2025-12-31' }))));
});
