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

  it('adds no more rows at once than are kept in a moment, and says what to do', () => {
    expect(planImport(sheetOf(MOST_AT_ONCE), [], producers, () => true)).toMatchObject({ errors: [], added: { length: MOST_AT_ONCE } });
    expect(planImport(sheetOf(MOST_AT_ONCE + 1), [], producers, () => true).errors).toEqual([{ cell: 'A1', message: { id: expect.stringContaining('di berkas ini 5001. Bagilah'), en: expect.stringContaining('Split it') } }]);
  });
});
