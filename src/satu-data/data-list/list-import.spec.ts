import { normal } from '../tables/header-names.js';
import type { RawCell } from '../tables/table.types.js';
import { LIST_FIELDS, MOST_AT_ONCE } from './list-fields.js';
import { planImport } from './list-import.js';
import { ID_HEADER } from './list-sheet.js';

const HEADERS = LIST_FIELDS.map(({ label }) => label.id);
const office = { id: 'o-dinkes', code: 'DINKES', name: 'Dinas Kesehatan' };
const producers = new Map([[office.id, office]]);

/** A workbook with so many rows, each of another name. */
const sheetOf = (rows: number) => ({
  source: 'xlsx' as const, headers: HEADERS, mark: null,
  rows: Array.from({ length: rows }, (_, number) => ({ number: number + 2, cells: LIST_FIELDS.map(({ key }) => (key === 'nama' ? `Data ${number}` : key === 'produsen' ? office.id : null)) })),
});

describe('a workbook of a data list', () => {
  describe('in which a row was copied, with its hidden code', () => {
    const values = { ...Object.fromEntries(LIST_FIELDS.map(({ key }) => [key, ''])), idDdd: 'DINKES-001', nama: 'Jumlah puskesmas', produsen: office.id, kodeMetadata: 'MS-7' };
    const row = { id: 'r1', version: 3, values };
    const read = (...lines: object[]) =>
      planImport({ source: 'xlsx', headers: [...HEADERS, ID_HEADER], mark: null, rows: lines.map((line, index) => ({ number: index + 2, cells: [...LIST_FIELDS.map(({ key }) => ({ ...values, ...line })[key] ?? ''), 'r1'] })) } as never, [row], producers, ({ stage }) => stage === 'listing');
    const copy = { nama: 'Jumlah posyandu' };

    it('and called otherwise is a new row, without the ID DDD and what nobody may write now', () => {
      const { errors, added, changes, unchanged } = read({}, copy);
      expect({ errors, changes, unchanged }).toEqual({ errors: [], changes: [], unchanged: 1 });
      expect(added).toEqual([{ sheetRow: 3, values: { nama: 'Jumlah posyandu', produsen: office.id } }]);
    });

    it('is found wherever the copy stands, also beside a row that was renamed', () => {
      expect(read(copy, {})).toMatchObject({ errors: [], added: [{ sheetRow: 2 }], unchanged: 1 });
      expect(read({ nama: 'Jumlah puskesmas aktif' }, { ...copy, idDdd: 'DINKES-009' })).toMatchObject({ errors: [], changes: [{ sheetRow: 2, values: { nama: 'Jumlah puskesmas aktif' } }], added: [{ sheetRow: 3, values: { idDdd: 'DINKES-009' } }] });
    });

    it('and called the same is refused', () => {
      expect(read({}, { satuan: 'unit' }).errors).toEqual([{ cell: 'A3', message: { id: 'Baris ini sama dengan baris 2.', en: 'This row is the same as row 2.' } }]);
      expect(read({}, copy, copy).errors).toEqual([]);
    });
  });

  describe('as offices write it', () => {
    const known = new Map([office.id, office.code, office.name].map((key) => [normal(key), office]));
    const plan = (headers: readonly string[], ...rows: readonly { cells: readonly RawCell[]; percent?: number[] }[]) => planImport({ source: 'xlsx', headers, mark: null, rows: rows.map((row, index) => ({ number: index + 2, ...row })) }, [], known, () => true);
    const told = ({ errors, added }: ReturnType<typeof plan>) => ({ errors: errors.map(({ cell, message }) => `${cell} ${message.en}`), added });
    const values = { nama: 'Jumlah posyandu', produsen: office.id, satuan: 'unit' };

    it('has lines and blanks in its headers and producers, stars, a column of numbers, a title above and a row of (1) (2) below', () => {
      const cells = [1, 'Jumlah posyandu', 'Dinas\u00a0 Kesehatan', 'unit'];
      expect(told(plan(['No.', 'Nama\nData', 'Produsen \u00a0Data', 'SATUAN *'], { cells }))).toEqual({ errors: [], added: [{ sheetRow: 2, values }] });
      const titled = plan(['DAFTAR DATA DINAS KESEHATAN'], { cells: ['Tahun 2026'] }, { cells: ['No', 'Nama data', 'Produsen data', 'Satuan'] }, { cells: ['(1)', '(2)', '(3)', '(4)'] }, { cells }, { cells: [2, null, null, null] });
      expect(told(titled)).toEqual({ errors: [], added: [{ sheetRow: 5, values }] });
    });

    it('is refused where no row has titles, and where one of them is unknown, in the row where it stands', () => {
      expect(told(plan(['DAFTAR DATA'], { cells: ['Jumlah posyandu'] })).errors).toEqual([expect.stringMatching(/^A1 No row holds the titles/)]);
      expect(told(plan(['DAFTAR DATA'], { cells: [null, 'Nama data', 'Anggaran'] })).errors).toEqual([expect.stringMatching(/^C2 The column “Anggaran” is not known/)]);
    });

    it('keeps nothing that Excel has made of what was typed', () => {
      const headers = ['Nama data', 'Produsen data', 'ID DDD', 'Kode indikator', 'Definisi', 'Satuan'];
      const row = (idDdd: RawCell, kode: RawCell, definisi: RawCell, satuan: RawCell, percent?: number[]) => ({ cells: ['Jumlah posyandu', office.code, idDdd, kode, definisi, satuan], ...(percent && { percent }) });
      expect(told(plan(headers, row(Number('150601010190000199'), 1.1, '#REF!', 'TRUE'), row('1.50601E+17', 1e21, '02-Sep', 'unit'))).errors).toEqual([
        expect.stringMatching(/^C2 “DDD ID”: This cell holds a number of more than 15 digits/), expect.stringMatching(/^D2 “Indicator code”: This cell holds a number \(1\.1\), so that a nought at its end may be lost/),
        expect.stringMatching(/^E2 “Definition”: “#REF!” is an error of a formula/), expect.stringMatching(/^F2 “Unit”: This cell holds TRUE/),
        expect.stringMatching(/^C3 “DDD ID”: “1\.50601E\+17” is a long number that Excel has shortened/), expect.stringMatching(/^D3 “Indicator code”: This cell holds a number of more/), expect.stringMatching(/^E3 “Definition”: “02-Sep” is a date/),
      ]);
      expect(told(plan(headers, row(150601, '1.10', 0.5, '50 %', [4])))).toEqual({ errors: [], added: [{ sheetRow: 2, values: { nama: 'Jumlah posyandu', produsen: office.id, idDdd: '150601', kodeIndikator: '1.10', definisi: '50%', satuan: '50 %' } }] });
    });
  });

  it('adds no more rows at once than are kept in a moment, and says what to do', () => {
    expect(planImport(sheetOf(MOST_AT_ONCE), [], producers, () => true)).toMatchObject({ errors: [], added: { length: MOST_AT_ONCE } });
    expect(planImport(sheetOf(MOST_AT_ONCE + 1), [], producers, () => true).errors).toEqual([{ cell: 'A1', message: { id: expect.stringContaining('di berkas ini 5001. Bagilah'), en: expect.stringContaining('Split it') } }]);
  });
});
