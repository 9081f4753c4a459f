import ExcelJS, { type Worksheet } from '@protobi/exceljs';
import type { Variable } from '../datasets/dataset.types.js';
import { formatDecimal } from '../portal/number-format.js';
import { parseNumber } from './cell-value.js';
import { readXlsx } from './read-xlsx.js';
import { MARK_CELL, MARK_SHEET } from './template-names.js';
import { typeTable } from './type-table.js';

const variable = (name: string, type: Variable['type'], more: Partial<Variable> = {}): Variable => ({ name, title: name.toUpperCase(), type, required: true, key: false, ...more });
const dataset = { id: 'd', decimalMark: ',' as const, variables: [variable('kecamatan', 'string', { key: true }), variable('tahun', 'integer', { key: true }), variable('nik', 'string'), variable('tanggal', 'date'), variable('jumlah', 'number')] };
const HEADERS = ['kecamatan', 'tahun', 'nik', 'tanggal', 'jumlah'];

async function read(fill: (sheet: Worksheet) => void, mark?: string) {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Data'));
  if (mark) book.addWorksheet(MARK_SHEET, { state: 'veryHidden' }).getCell(MARK_CELL).value = mark;
  return typeTable(await readXlsx(Buffer.from(await book.xlsx.writeBuffer())), dataset);
}

describe('sheets as real offices make them', () => {
  it('a name merged over its rows is the name of each, and a merged number is refused at its cells', async () => {
    const { rows, layout } = await read((sheet) => {
      sheet.addRows([HEADERS, ['Tungkal Ilir', 2024, '1', '31/12/2024', 10], [null, 2024, '2', '31/12/2024', null], ['Betara', 2024, '3', '31/12/2024', 7]]);
      for (const range of ['A2:A3', 'B2:B3', 'E2:E3']) sheet.mergeCells(range);
    });
    expect(rows.map(({ kecamatan, tahun }) => [kecamatan, tahun])).toEqual([['Tungkal Ilir', '2024'], ['Tungkal Ilir', '2024'], ['Betara', '2024']]);
    expect(layout.unreadable).toEqual([{ row: 1, column: 'jumlah', message: { id: expect.stringContaining('Pisahkan sel'), en: expect.stringContaining('Unmerge') } }]);
  });

  it('dates are read as dates, as text and from a date cell; eighteen figures stay as they were written', async () => {
    const { rows, layout } = await read((sheet) => sheet.addRows([HEADERS, ['a', 2024, '150601010190000199', '1/2/2024', '1.234,5'], ['b', 2024, '000000000000000007', '2024-02-01', 5.5], ['c', 2024, '3', new Date(Date.UTC(2024, 1, 1)), '7']]));
    expect(rows.map(({ nik, tanggal, jumlah }) => [nik, tanggal, jumlah])).toEqual([['150601010190000199', '2024-02-01', '1234.5'], ['000000000000000007', '2024-02-01', '5.5'], ['3', '2024-02-01', '7']]);
    expect(layout.unreadable).toEqual([]);
  });

  it('a file of an older template is mapped by its headers, in whatever order, and what it lacks or has besides is told', async () => {
    const { rows, layout } = await read((sheet) => sheet.addRows([['Jumlah *', 'KECAMATAN', 'Tahun', 'dihapus'], [9, 'Betara', 2024, 'x']]), 'tertib-1-older');
    expect(rows).toEqual([{ kecamatan: 'Betara', tahun: '2024', jumlah: '9' }]);
    expect(layout).toMatchObject({ columns: { jumlah: 'A', kecamatan: 'B', tahun: 'C' }, unknown: ['dihapus'], templateFits: false });
  });
});

describe('any number', () => {
  /** The same numbers in each run, so that a failure can be looked at. */
  const numbers = Array.from({ length: 500 }, (_, index) => {
    const figures = String((index + 1) * 2_654_435_761).repeat(2).slice(0, 1 + (index % 18)).replace(/^0+(?=\d)/, '');
    return `${index % 7 === 0 ? '-' : ''}${figures}${index % 3 === 0 ? `.${(index % 97) + 1}` : ''}`;
  });

  it.each([['id', ','], ['en', '.']] as const)('that is written the way of %s is read again, digit for digit', (language, mark) => {
    const canonical = (text: string): string => (text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text);
    expect(numbers.map((one) => parseNumber(formatDecimal(one, language), mark))).toEqual(numbers.map(canonical));
  });
});
