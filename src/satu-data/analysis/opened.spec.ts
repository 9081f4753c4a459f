import { listedByPoints } from '../../../test/support/places.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { PeriodEntity } from '../periods/period.entity.js';
import { Opened } from './opened.js';

const key = (name: string, type: Variable['type']): Variable => ({ name, title: name, type, required: true, key: true });
const variables: Variable[] = [key('wilayah', 'region'), key('tahun', 'integer'), key('kelompok', 'string'), { name: 'jumlah', title: 'Jumlah', type: 'integer', required: true, key: false, additivity: 'sum' }];
const sums = (['2023', '2024'] as const).flatMap((tahun) => [['15', '9'], ['15.06', '4'], ['15.07', '5']].map(([wilayah = '', jumlah = '']) => ({ wilayah, tahun, jumlah })));
const head = [['15', '2023'], ['15', '2024'], ['15.06', '2024'], ['15', '2024'], ['15.07', '2023']].map(([wilayah, tahun], index) => ({ wilayah, tahun, kelompok: `k${index}`, jumlah: '1' }));

describe('the totals of a large table', () => {
  it('say which of its first rows they do not add, because others contain them', () => {
    const dataset = { id: 'd', title: 'Tabel', slug: 'tabel', definition: '', unit: '', riskClass: 'terbuka', rules: [], indicators: [], variables } as unknown as DatasetEntity;
    const added = { columns: ['wilayah', 'tahun', 'jumlah'], facts: { rowCount: 150_000, missing: {}, changes: null }, largeId: 'l', head: JSON.stringify(head) };
    const text = { rows: JSON.stringify(sums), layout: '{"columns":{},"rowNumbers":[]}', rowCount: 150_000, added };
    const listed = { wilayah: listedByPoints(['15', '15.06', '15.07']) };
    const { totals, totalsOf } = new Opened({ dataset, officeName: 'Dinas', tables: [{ dataset, period: { id: 'p', title: 'Periode 2024', year: 2024 } as PeriodEntity }], notCompared: [], lists: {} }, { texts: [text], listed }).analysis;
    expect([totals, totalsOf]).toEqual([{ jumlah: '9' }, { period: '2024', incomplete: [], without: [2] }]);
  });
});
