import type { Variable } from '../datasets/dataset.types.js';
import { readGrid } from './read-grid.js';
import type { RawCell, RawSheet } from './table.types.js';
import { typeTable } from './type-table.js';
import { rowsAsTyped, typedRows } from './typed-rows.js';

const variable = (name: string, type: Variable['type']): Variable => ({ name, title: name, type, required: false, key: false });
const variables = [variable('luas', 'number'), variable('jumlah', 'integer'), variable('hari', 'date'), variable('nik', 'string')];
const described = (decimalMark: ',' | '.') => ({ id: 'd1', variables, decimalMark });

const sheetOf = (cells: readonly (readonly RawCell[])[], merged: Readonly<Record<number, number[]>> = {}): RawSheet => ({
  source: 'xlsx', headers: variables.map(({ name }) => name), mark: null, rows: cells.map((row, index) => ({ number: index + 2, cells: row, ...(merged[index] && { merged: merged[index] }) })),
});

describe.each([',', '.'] as const)('rows as they would be typed with the mark “%s”', (mark) => {
  const at = (text: string) => text.replace('.', mark);
  const table = typeTable(sheetOf([
    [503.125, 1234567, new Date('2025-12-31T00:00:00Z'), '15.06'], [-0.5, 2, '1 Maret 2024', 3.5], ['12.34.5', at('1.5'), '31/02/2025', null], [7, 12.345, 3, 150_601_198_501_012_000],
    [412.375, 1e15, null, 'x'],
  ], { 4: [0] }), described(mark));
  const rows = typedRows(table, described(mark));

  it('has numbers by the mark, days day first, and texts as they are', () => {
    expect(rows.slice(0, 2)).toEqual([{ luas: at('503.125'), jumlah: '1234567', hari: '31/12/2025', nik: '15.06' }, { luas: at('-0.5'), jumlah: '2', hari: '01/03/2024', nik: '3.5' }]);
  });

  it('leaves what was refused as it was written, so that it is refused again', () => {
    expect(rows[2]).toEqual({ luas: '12.34.5', jumlah: at('1.5'), hari: '31/02/2025', nik: null });
    expect(rows[3]).toEqual({ luas: '7', jumlah: at('12.345'), hari: '3', nik: at('1.50601198501012E+17') });
    const again = typeTable(readGrid(rows, variables), described(mark));
    const places = ({ layout: { unreadable } }: typeof table) => unreadable.map(({ row, column }) => `${row} ${column}`);
    // What a merged cell shows is nobody's number: it is empty.
    expect(places(again)).toEqual(places(table).filter((place) => place !== '4 luas'));
    expect(rows[4]).toMatchObject({ luas: null, jumlah: '1E+15' });
  });

  it('has blank rows where they were, so that a finding in row 3 is in the third', () => {
    const typed = [{ luas: '1' }, {}, { luas: 'abc' }, {}];
    expect(rowsAsTyped(typeTable(readGrid(typed, variables), described(mark)), described(mark))).toMatchObject([{ luas: '1' }, {}, { luas: 'abc' }]);
    expect(rowsAsTyped(table, described(mark))).toEqual(rows);
  });

  it('reads as the same again', () => {
    const again = typeTable(readGrid(rows.slice(0, 2), variables), described(mark));
    expect([again.rows, again.layout.unreadable]).toEqual([table.rows.slice(0, 2), []]);
  });
});
