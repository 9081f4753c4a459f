import { codesByColumn } from '../../../test/support/column-codes.js';
import { verify } from '../verification/verify.js';
import { readGrid } from '../tables/read-grid.js';
import { typeTable } from '../tables/type-table.js';
import { columnOf, MsVar, ruleProblems } from './ms-var.js';
import { tableSchema } from './table-schema.js';

const msVar = (more: object) => MsVar.parse({ kolom: 'x', nama: 'Isian', tipeData: 'string', definisi: 'Yang diisi', ...more });
const column = (more: object, key = false) => columnOf(msVar(more), key) ?? fail('no column');
const fail = (text: string): never => { throw new Error(text); };
const field = (more: object, key = false) => tableSchema([column(more, key)]).fields[0];
/** Rules that verification finds broken in these cells. */
const broken = (more: object, cells: (string | number)[]) => {
  const variables = [column(more), { name: 'baris', title: 'Baris', type: 'integer', required: true, key: true } as const];
  const described = { id: 'd', variables, rules: [], decimalMark: ',' as const };
  const table = typeTable(readGrid(cells.map((x, baris) => ({ x, baris })), variables), described);
  return verify(described, table, { codes: codesByColumn(described.variables) }).map(({ rule, row }) => `${rule} ${row}`);
};

describe('the validation rule of a variable', () => {
  it.each([
    [{ wajib: true }, { required: true }],
    [{ tipeData: 'integer', min: '0', maks: '10.5' }, { minimum: '0', maximum: '10.5' }],
    [{ tipeData: 'number', min: '0,5', maks: '1.234,50' }, { minimum: '0.5', maximum: '1234.5' }],
    [{ tipeData: 'date', min: '1/1/2024', maks: '31 Desember 2025' }, { minimum: '2024-01-01', maximum: '2025-12-31' }],
    [{ pola: '\\d{18}' }, { pattern: '\\d{18}' }],
    [{ panjangMin: 2, panjangMaks: 4 }, { pattern: '.{2,4}' }],
    [{ panjangMin: 0 }, { pattern: '.{0,}' }],
    [{ isiTeks: 'angka', panjangMin: 16, panjangMaks: 16 }, { pattern: '\\d{16}' }],
    [{ isiTeks: 'kapital' }, { pattern: '[A-Z]{1,}' }],
    [{ isiTeks: 'kapitalAngka', panjangMin: 2, panjangMaks: 4 }, { pattern: '[A-Z0-9]{2,4}' }],
    [{ klasifikasiIsian: [{ kode: 'L', arti: 'Laki-laki' }, { kode: 'P' }, { kode: 'L' }] }, { enum: ['L', 'P'] }],
    [{}, undefined],
  ])('%j becomes the constraints %j', (rule, constraints) => expect(field(rule)?.constraints).toEqual(constraints));

  it('says whether numbers add up, to the column and to a reader outside', () => {
    expect([column({ tipeData: 'integer', dapatDijumlahkan: 'rata-rata' }), column({ tipeData: 'integer' }), column({ dapatDijumlahkan: 'jumlah' })].map(({ additivity }) => additivity)).toEqual(['average', undefined, undefined]);
    expect([field({ tipeData: 'number', dapatDijumlahkan: 'tidak' }), field({ tipeData: 'number' })].map((one) => one && 'additivity' in one && one.additivity)).toEqual(['none', false]);
  });

  it('is what verification goes by', () => {
    expect(broken({ wajib: true, panjangMin: 2, panjangMaks: 3 }, ['ab', 'a', 'abcd', ''])).toEqual(['pattern 2', 'pattern 3', 'required 4']);
    expect(broken({ isiTeks: 'angka', panjangMin: 2 }, ['12', '1', '1a'])).toEqual(['pattern 2', 'pattern 3']);
    expect(broken({ tipeData: 'integer', min: '0', maks: '10' }, [0, -1, 10, 11])).toEqual(['range 2', 'range 4']);
    expect(broken({ tipeData: 'date', min: '1/2/2024', maks: '1 Maret 2024' }, ['31/1/2024', '1.2.2024', '1-Mar-2024', '2 Mar 2024'])).toEqual(['range 1', 'range 4']);
    expect(broken({ klasifikasiIsian: [{ kode: 'L' }, { kode: 'P' }] }, ['L', 'X'])).toEqual(['code 2']);
  });

  it('makes a value unique only where it is the whole key of a row', () => {
    const key = column({ kolom: 'kode', tipeData: 'region' }, true);
    expect(tableSchema([key, column({})])).toMatchObject({ primaryKey: ['kode'], fields: [{ type: 'string', codeList: 'kemendagri', constraints: { required: true, unique: true } }, { description: 'Yang diisi' }] });
    expect(tableSchema([key, column({}, true)]).fields.map(({ constraints }) => constraints)).toEqual([{ required: true }, { required: true }]);
    expect(tableSchema([column({})])).not.toHaveProperty('primaryKey');
  });

  it.each([
    ['a bound that is no number', { tipeData: 'number', min: 'nol' }, 'min'],
    ['a bound of a text', { maks: '9' }, 'maks'],
    ['a bound that may be two numbers', { tipeData: 'number', min: '1.234' }, 'min'],
    ['a bound of a date that is none', { tipeData: 'date', maks: '31/12/25' }, 'maks'],
    ['days the wrong way round', { tipeData: 'date', min: '2/1/2024', maks: '1 Jan 2024' }, 'maks'],
    ['a number as the bound of a date', { tipeData: 'date', min: '2024' }, 'min'],
    ['bounds the wrong way round', { tipeData: 'number', min: '10', maks: '9' }, 'maks'],
    ['several answers in one row', { klasifikasiIsian: [{ kode: '1 = Laki-laki; 2 = Perempuan' }] }, 'klasifikasiIsian.0.kode'],
    ['codes of a number', { tipeData: 'number', klasifikasiIsian: [{ kode: '1' }] }, 'klasifikasiIsian'],
    ['a length of a date', { tipeData: 'date', panjangMaks: 3 }, 'pola'],
    ['a pattern and a length', { pola: '\\d', panjangMin: 1 }, 'pola'],
    ['a pattern and characters', { pola: '\\d', isiTeks: 'angka' }, 'pola'],
    ['characters of which there may be none', { isiTeks: 'angka', panjangMaks: 0 }, 'panjangMaks'],
    ['characters of a number', { tipeData: 'number', isiTeks: 'angka' }, 'pola'],
    ['a pattern that would hold the server', { pola: '(a+)+' }, 'pola'],
    ['a column name that no table takes', { kolom: 'Jumlah Murid' }, 'kolom'],
    ['lengths the wrong way round', { panjangMin: 4, panjangMaks: 3 }, 'panjangMaks'],
  ])('refuses %s', (_, rule, path) => expect(ruleProblems(msVar(rule)).map((one) => one.path)).toEqual([path]));

  it('makes no column while its name or type is missing, and refuses nothing of a sound one', () => {
    expect([columnOf(msVar({ kolom: ' ' }), false), columnOf(msVar({ tipeData: null }), false)]).toEqual([null, null]);
    expect(ruleProblems(msVar({ wajib: true, pola: '\\d{2}', klasifikasiIsian: [{ kode: '12' }] }))).toEqual([]);
    expect(ruleProblems(msVar({ klasifikasiIsian: [{ arti: 'Laki-laki' }, { kode: 'x'.repeat(101) }] })).map(({ path }) => path)).toEqual(['klasifikasiIsian.0.kode', 'klasifikasiIsian.1.kode']);
  });
});
