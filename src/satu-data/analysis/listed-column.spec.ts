import { openedTable } from '../../../test/support/analysed.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { Row } from './analyse.js';
import { listedColumn } from './listed-column.js';
import type { Query } from './query.js';

const key = (name: string, type: Variable['type'] = 'string'): Variable => ({ name, title: name, type, required: true, key: true });
const PLACE = key('puskesmas');
const VARIABLES: Variable[] = [PLACE, key('tahun', 'integer'), { name: 'kunjungan', title: 'Kunjungan', type: 'integer', unit: 'orang', required: true, key: false, additivity: 'flow' }];
const rows = (tahun: string, counts: Readonly<Record<string, number>>): Row[] => Object.entries(counts).map(([puskesmas, count]) => ({ puskesmas, tahun, kunjungan: String(count) }));

/** The year's total where it is published alone, and in an analysis beside the year before; and how it grew. */
function told(now: Readonly<Record<string, number>>, before: Readonly<Record<string, number>>) {
  const [alone, beside] = [undefined, rows('2023', before)].map((earlier) => openedTable({ variables: VARIABLES }, rows('2024', now), 2024, [], undefined, earlier));
  const of = (operation: Query['operation'], tahun = '2024') => beside?.found.figures.of({ column: 'kunjungan', operation, where: { tahun } }).value;
  return [alone?.found.figures.of({ column: 'kunjungan', operation: 'nilai', where: { tahun: '2024' } }).value, of('nilai'), of('nilai', '2023'), of('pertumbuhan')];
}

describe('what a value’s name makes of it', () => {
  it('is what its own table says, in the analysis as where it is published', () => {
    // Another year has a sum of another unit, or more places, or one place.
    expect(told({ A: 1, B: 2, 'Jumlah Kabupaten': 3 }, { A: 1, B: 1, 'Jumlah Kabupaten': 2, 'Jumlah Penduduk': 2 })).toEqual(['3', '3', '2', '50.00']);
    expect(told({ A: 1, 'Jumlah Kabupaten': 1 }, { A: 1, B: 1, 'Jumlah Kabupaten': 2 }).slice(0, 2)).toEqual(['2', '2']);
  });

  it('is a total in each year, whatever each year calls it', () => {
    for (const [now, before] of [['Jumlah', 'Total'], ['Total', 'Jumlah'], ['Grand Total', 'Jumlah'], ['Jumlah Kabupaten', 'Jumlah']] as const) {
      expect([now, before, ...told({ A: 1, B: 2, [now]: 3 }, { A: 1, B: 1, [before]: 2 })]).toEqual([now, before, '3', '3', '2', '50.00']);
    }
    expect(told({ A: 1, B: 2, Jumlah: 3 }, { A: 1, B: 1, Jumlah: 2, C: 1, 'Grand Total': 3 })).toEqual(['3', '3', '3', '0.00']);
  });

  it('is said by the newest table that has it', () => {
    const { codes, subtotals, unclear } = listedColumn(PLACE, [['A', 'B', 'Jumlah'], ['A', 'Sub Jumlah', 'Total'], ['Sub Jumlah', 'Grand Total', 'Jumlah']], undefined);
    expect(codes.map(([code, { parent, level }]) => [code, parent, level])).toEqual([['A', 'Total', 4], ['B', 'Total', 4], ['Jumlah', 'Grand Total', 2], ['Sub Jumlah', null, 4], ['Total', 'Jumlah', 3], ['Grand Total', null, 1]]);
    expect([subtotals, unclear]).toEqual([['Sub Jumlah'], ['Sub Jumlah']]);
  });
});
