import type { DecimalMark, Variable } from '../datasets/dataset.types.js';
import { readGrid } from './read-grid.js';
import { retyped } from './retyped.js';
import { typeTable } from './type-table.js';

type Type = Variable['type'];
const column = (type: Type): Variable[] => [
  { name: 'kode', title: 'Kode', type: 'string', required: true, key: true },
  { name: 'jumlah', title: 'Jumlah', type, required: false, key: false },
];

/** Cells that were read as one type, as the other reads them: values, and rows that cannot be read. */
function again(then: Type, now: Type, cells: readonly string[], decimalMark: DecimalMark = ',') {
  const before = { id: 'd1', variables: column(then), decimalMark };
  const table = typeTable(readGrid(cells.map((jumlah, index) => ({ kode: `k${index}`, jumlah })), before.variables), before, ['n.a.']);
  const { rows, layout } = retyped(table, before, column(now), ['n.a.']);
  return { same: rows === table.rows, values: rows.map(({ jumlah }) => jumlah), refused: layout.unreadable.map(({ row }) => row) };
}

describe('a kept table whose columns have other types now', () => {
  it('has the numbers that its texts say, by the mark of the data set, and no others', () => {
    expect(again('string', 'integer', ['150', 'data belum tersedia', '1.250', 'n.a.', '7', '007'])).toMatchObject({ values: ['150', 'data belum tersedia', '1250', null, '7', '7'], refused: [1] });
    expect(again('string', 'number', ['1,250.5', '0,5'], '.')).toMatchObject({ values: ['1250.5', '0,5'], refused: [1] });
  });

  it('has no whole number where there was a fraction', () => {
    expect(again('number', 'integer', ['12,5', '13,0'])).toMatchObject({ values: ['12.5', '13'], refused: [0] });
  });

  it('tries again what could not be read, as it was written', () => {
    expect(again('integer', 'number', ['12,5', 'dua', '3'])).toMatchObject({ values: ['12.5', 'dua', '3'], refused: [1] });
    expect(again('integer', 'string', ['12,5', 'dua', '3'])).toMatchObject({ values: ['12,5', 'dua', '3'], refused: [] });
    expect(again('string', 'date', ['31/12/2025', 'Desember'])).toMatchObject({ values: ['2025-12-31', 'Desember'], refused: [1] });
  });

  it('is the table itself where they have not', () => {
    expect(again('integer', 'integer', ['12,5', '3'])).toEqual({ same: true, values: ['12,5', '3'], refused: [0] });
  });
});
