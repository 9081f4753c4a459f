import type { DecimalMark, Variable } from '../datasets/dataset.types.js';
import { verify } from '../verification/verify.js';
import { readCsv } from './read-csv.js';
import { readGrid } from './read-grid.js';
import { typeTable } from './type-table.js';

const variable = (name: string, type: Variable['type']): Variable => ({ name, title: name, type, required: false, key: name === 'kode' });
const variables = [variable('kode', 'string'), variable('luas', 'number'), variable('jumlah', 'integer')];
const dataset = (decimalMark: DecimalMark) => ({ id: 'd', decimalMark, variables, rules: [] });
const csv = (text: string, mark: DecimalMark = ',') => typeTable(readCsv(Buffer.from(text)), dataset(mark));
const luas = ({ rows, layout }: ReturnType<typeof csv>) => ({ values: rows.map((row) => row['luas']), refused: layout.unreadable.map(({ row }) => row), remarks: layout.remarks?.map(({ message }) => message.id) ?? [] });

describe('a table whose cells speak against the declared decimal mark', () => {
  it('is told once which mark was taken and which cells contradict it, and what may be two numbers is refused', () => {
    const table = csv('kode;luas;jumlah\na;0.5;1\nb;1.234;2\nc;1,234.5;3\nd;12,5;1.000\ne;77;5\n');
    expect(luas(table)).toEqual({
      values: ['0.5', '1.234', '1,234.5', '12.5', '77'], refused: [0, 1, 2, 3],
      remarks: ['Angka tabel ini dibaca dengan koma desimal (1.234,5), tetapi 2 sel (B2, B4) hanya dapat dibaca dengan titik desimal. Karena itu 2 sel yang dapat berarti dua angka, seperti “1.234”, tidak dibaca. Tulis semua angka dengan koma desimal, lalu unggah lagi.'],
    });
    expect(verify(dataset(','), table, { codes: new Map() }).filter(({ rule }) => rule === 'reading')).toEqual([expect.objectContaining({ severity: 'ERROR', cell: null, row: null })]);
  });

  it('says so of a grid too, and names no more than five cells', () => {
    const { layout } = typeTable(readGrid(Array.from({ length: 9 }, (_, index) => ({ kode: `k${index}`, luas: `${index}.5` })), variables), dataset(','));
    expect(layout.remarks?.[0]?.message).toEqual({
      id: 'Angka tabel ini dibaca dengan koma desimal (1.234,5), tetapi 9 sel (Baris 1, luas; Baris 2, luas; Baris 3, luas; Baris 4, luas; Baris 5, luas; …) hanya dapat dibaca dengan titik desimal. Tulis semua angka dengan koma desimal.',
      en: expect.stringContaining('but 9 cells (Row 1, luas; Row 2, luas; Row 3, luas; Row 4, luas; Row 5, luas; …) can only be read with a decimal point'),
    });
  });

  it('is one that commas cut, where the decimal mark is a comma', () => {
    const english = luas(csv('kode,luas\na,10.500\nb,9\n'));
    expect(english).toMatchObject({ values: ['10.500', '9'], refused: [0], remarks: [expect.stringContaining('kolom berkas CSV ini dipisahkan “,”')] });
    expect(luas(csv('kode;luas\na;10,500\n', '.'))).toMatchObject({ values: ['10,500'], refused: [0], remarks: [expect.stringContaining('dipisahkan “;”')] });
  });

  it('is none where a cell shows the declared mark, or nothing may be two numbers', () => {
    expect(luas(csv('kode,luas\na,10.500\nb,"1.234,5"\n'))).toEqual({ values: ['10500', '1234.5'], refused: [], remarks: [] });
    expect(luas(csv('kode,luas\na,105\nb,7\n'))).toEqual({ values: ['105', '7'], refused: [], remarks: [] });
    expect(luas(csv('kode;luas\na;10.500\nb;1.234.567\n'))).toEqual({ values: ['10500', '1234567'], refused: [], remarks: [] });
    expect(luas(csv('kode\tluas\na\t10.500\n'))).toEqual({ values: ['10500'], refused: [], remarks: [] });
  });

  it('takes what can only be one whole number, and says of a fraction which one may be meant', () => {
    const { rows, layout } = csv('kode,luas,jumlah\na,1.234,25.310\nb,7,1.000\nc,7,"25,310"\n');
    expect(rows.map((row) => row['jumlah'])).toEqual(['25310', '1.000', '25,310']);
    expect(layout.unreadable.map(({ row, column, message }) => [row, column, message.id])).toEqual([
      [0, 'luas', expect.stringContaining('dapat berarti 1234 atau 1,234')], [1, 'jumlah', expect.stringContaining('dapat berarti 1000 atau 1,000')],
      [2, 'jumlah', '“25,310” harus bilangan bulat, tanpa pecahan. Bila maksudnya 25310: pada data ini koma adalah tanda desimal. Tulis 25310, tanpa koma.'],
    ]);
    expect(layout.remarks?.[0]?.message.id).toContain('2 sel yang dapat berarti dua angka');
  });
});
