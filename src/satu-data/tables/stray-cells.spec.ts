import type { Variable } from '../datasets/dataset.types.js';
import { verify } from '../verification/verify.js';
import { readCsv } from './read-csv.js';
import { typeTable } from './type-table.js';

const variable = (name: string, type: Variable['type']): Variable => ({ name, title: name, type, required: false, key: name === 'kode_wilayah' });
const dataset = { id: 'd', decimalMark: ',' as const, variables: [variable('kode_wilayah', 'string'), variable('jumlah', 'integer'), variable('luas', 'number')], rules: [] };
const csv = (text: string) => typeTable(readCsv(Buffer.from(text)), dataset);
const remarksOf = (text: string): string[] => csv(text).layout.remarks?.map(({ message }) => message.en) ?? [];

describe('a row of a CSV with more cells than there are headers', () => {
  it('is an error that names it: a comma within a number has moved the numbers into other columns', () => {
    const table = csv('kode_wilayah,jumlah,luas\n15.06.01,1,234,12\n15.06.02,5,7\n');
    expect(verify(dataset, table, { codes: new Map() }).filter(({ rule }) => rule === 'reading')).toEqual([expect.objectContaining({
      severity: 'ERROR',
      message: expect.objectContaining({ id: expect.stringContaining('1 baris (baris 2) berisi lebih banyak sel daripada judul kolomnya'), en: expect.stringContaining('Mostly a number or a text has commas in it without quotes') }),
    })]);
  });

  it('names five of them, by the lines that they stand in', () => {
    const rows = Array.from({ length: 7 }, (_, index) => `k${index};1;2;3\n`).join('');
    expect(remarksOf(`Tabel 1\n\nkode_wilayah;jumlah;luas\n${rows}`)).toEqual([expect.stringContaining('7 rows (rows 4, 5, 6, 7, 8, …) have')]);
  });

  it('is none where only delimiters stand behind the last header, or blanks', () => {
    expect(remarksOf('kode_wilayah;jumlah;luas\na;1;2;;\nb;1;2; ;\u00A0\n')).toEqual([]);
    expect(remarksOf('kode_wilayah;jumlah;luas;Catatan\na;1;2;x\n')).toEqual([]);
  });
});
