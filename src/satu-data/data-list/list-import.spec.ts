import { LIST_FIELDS, MOST_AT_ONCE } from './list-fields.js';
import { planImport } from './list-import.js';

const HEADERS = LIST_FIELDS.map(({ label }) => label.id);
const office = { id: 'o-dinkes', code: 'DINKES', name: 'Dinas Kesehatan' };
const producers = new Map([[office.id, office]]);

/** A workbook with so many rows, each of another name. */
const sheetOf = (rows: number) => ({
  source: 'xlsx' as const, headers: HEADERS, mark: null,
  rows: Array.from({ length: rows }, (_, number) => ({ number: number + 2, cells: LIST_FIELDS.map(({ key }) => (key === 'nama' ? `Data ${number}` : key === 'produsen' ? office.id : null)) })),
});

describe('a workbook of a data list', () => {
  it('adds no more rows at once than are kept in a moment, and says what to do', () => {
    expect(planImport(sheetOf(MOST_AT_ONCE), [], producers, () => true)).toMatchObject({ errors: [], added: { length: MOST_AT_ONCE } });
    expect(planImport(sheetOf(MOST_AT_ONCE + 1), [], producers, () => true).errors).toEqual([{ cell: 'A1', message: { id: expect.stringContaining('di berkas ini 5001. Bagilah'), en: expect.stringContaining('Split it') } }]);
  });
});
