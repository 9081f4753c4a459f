import { openedTable } from '../../../test/support/analysed.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { Row } from './analyse.js';
import { barsOf, type Bars } from './bars.js';

const region: Variable = { name: 'wilayah', title: 'Wilayah', type: 'region', required: true, key: true };
const year: Variable = { name: 'tahun', title: 'Tahun', type: 'integer', required: true, key: true };
const month: Variable = { name: 'bulan', title: 'Bulan', type: 'string', required: true, key: true };
const sex: Variable = { name: 'kelamin', title: 'Jenis kelamin', type: 'string', required: true, key: true };
const people: Variable = { name: 'jumlah', title: 'Penduduk', type: 'integer', unit: 'jiwa', required: true, key: false };
const schooling: Variable = { name: 'sekolah', title: 'Rata-rata lama sekolah', type: 'number', unit: 'tahun', required: true, key: false };
const remark: Variable = { name: 'catatan', title: 'Catatan', type: 'string', required: false, key: false };
const REGENCIES = Array.from({ length: 11 }, (_, index) => `15.${String(index + 1).padStart(2, '0')}`);

const of = (variables: readonly Variable[], rows: readonly Row[], { column = 'jumlah', hidden = [] }: { column?: string; hidden?: number[] } = {}): Bars | null =>
  barsOf(openedTable({ variables: [...variables] }, rows).found.figures, null, { column, hidden });
const bars = (found: Bars | null) => found?.bars.map(({ code, value }) => [code, value]);

describe('the bars of a table', () => {
  it('are one for each region, with its sexes added up, whatever other columns say', () => {
    const rows = REGENCIES.flatMap((wilayah, index) => ['L', 'P'].map((kelamin) => ({ wilayah, kelamin, tahun: '2024', jumlah: String(100 + index), catatan: kelamin === 'L' ? 'sementara' : 'tetap' })));
    const found = of([remark, region, sex, year, people], rows);
    expect(found).toMatchObject({ by: 'Wilayah', key: 'wilayah', period: '2024', periodKey: 'tahun', at: { tahun: '2024' }, count: 11, incomplete: false, hides: false, areTimes: false });
    expect(bars(found)?.[0]).toEqual(['15.11', '220']);
    expect(found?.bars[0]).toMatchObject({ rows: [20, 21], without: [] });
  });

  it('are of the newest of several years alone', () => {
    const rows = ['2023', '2024'].flatMap((tahun) => REGENCIES.map((wilayah) => ({ wilayah, tahun, jumlah: tahun })));
    const found = of([region, year, people], rows);
    expect(found?.bars.map(({ value }) => value)).toEqual(REGENCIES.map(() => '2024'));
    expect(found?.bars.map(({ rows: [row] }) => row)).toEqual(REGENCIES.map((_, index) => 11 + index));
  });

  it('take the row of a whole, never with its parts', () => {
    const rows = ['15', '15.01', '15.02'].flatMap((wilayah) => ['L', 'P', 'Jumlah'].map((kelamin) => ({ wilayah, kelamin, tahun: '2024', jumlah: kelamin === 'Jumlah' ? '9' : '4', sekolah: '8.5' })));
    const found = of([region, sex, year, people, schooling], rows);
    expect(bars(found)).toEqual([['15.01', '9'], ['15.02', '9']]);
    expect(found).toMatchObject({ at: { tahun: '2024', kelamin: 'Jumlah' }, bars: [{ rows: [5], without: [3, 4] }, { rows: [8], without: [6, 7] }] });
    // What does not add up is told of all, where a row tells it of all.
    expect(bars(of([region, sex, year, people, schooling], rows, { column: 'sekolah' }))).toEqual([['15.01', '8.5'], ['15.02', '8.5']]);
    const sexes = rows.filter(({ kelamin }) => kelamin !== 'Jumlah');
    expect(of([region, sex, year, people, schooling], sexes, { column: 'sekolah' })).toMatchObject({ by: 'Jenis kelamin', at: { wilayah: '15' }, bars: [{ rows: [0] }, { rows: [1] }] });
    expect(of([region, sex, year, people, schooling], sexes.slice(2), { column: 'sekolah' })).toBeNull();
  });

  it('stand at the lowest level at which no region is left out', () => {
    const at = (wilayah: string) => ({ wilayah, tahun: '2024', jumlah: '5' });
    expect(bars(of([region, year, people], ['15.01', '15.06.01', '15.06.02'].map(at)))).toEqual([['15.06', '10'], ['15.01', '5']]);
    expect(bars(of([region, year, people], ['15', '15.01', '16', '17'].map(at)))?.map(([code]) => code).toSorted()).toEqual(['15', '16', '17']);
  });

  it('are of another key where there is one region only, without what stands for all of them', () => {
    const rows = ['L', 'P', 'Jumlah'].map((kelamin, index) => ({ wilayah: '15.06', kelamin, tahun: '2024', jumlah: String(index + 1) }));
    expect(of([region, sex, year, people], rows)).toMatchObject({ by: 'Jenis kelamin', at: { tahun: '2024', wilayah: '15.06' }, bars: [{ code: 'P', value: '2' }, { code: 'L', value: '1' }] });
  });

  it('are years in their order where nothing else differs', () => {
    const rows = ['2024', '2022', '2023', 'Januari 2021'].map((tahun) => ({ wilayah: '15.06', tahun, sekolah: '8.5' }));
    const found = of([region, { ...year, type: 'string' }, schooling], rows, { column: 'sekolah' });
    expect(bars(found)?.map(([code]) => code)).toEqual(['2022', '2023', '2024']);
    expect(found).toMatchObject({ by: 'Tahun', period: null, periodKey: null, at: { wilayah: '15.06' }, areTimes: true });
  });

  it('are of the newest month, unless months add up or a row tells of all', () => {
    const rows = ['15.01', '15.02'].flatMap((wilayah) => ['Januari', 'Februari'].map((bulan, index) => ({ wilayah, tahun: '2024', bulan, jumlah: String(index + 1) })));
    expect(of([region, year, month, people], rows)).toMatchObject({ by: 'Wilayah', period: '2024', at: { tahun: '2024', bulan: 'Februari' }, bars: [{ value: '2' }, { value: '2' }] });
    expect(of([region, year, month, { ...people, additivity: 'flow' }], rows)).toMatchObject({ at: { tahun: '2024' }, bars: [{ value: '3', rows: [0, 1] }, { value: '3', rows: [2, 3] }] });
    expect(of([month, year, people], rows.slice(0, 2))).toMatchObject({ by: 'Bulan', areTimes: true, bars: [{ code: 'Januari' }, { code: 'Februari' }] });
  });

  it('have no sum with a hidden cell in it, and say so', () => {
    const rows = ['15.01', '15.02', '15.03'].flatMap((wilayah) => ['L', 'P'].map((kelamin) => ({ wilayah, kelamin, tahun: '2024', jumlah: '4' })));
    const variables = [region, sex, year, people];
    expect(of(variables, rows, { hidden: [3] })).toMatchObject({ hides: true, incomplete: false, bars: [{ code: '15.01' }, { code: '15.03' }] });
    expect(of(variables, rows, { hidden: [1, 3] })).toBeNull();
    // Where a row tells of the whole, the cells beneath it are not in it.
    const wholes = ['15.01', '15.02'].map((wilayah) => ({ wilayah, kelamin: 'Jumlah', tahun: '2024', jumlah: '8' }));
    expect(bars(of(variables, [...rows.slice(0, 4), ...wholes], { hidden: [2, 3] }))).toEqual([['15.01', '8'], ['15.02', '8']]);
  });

  it('say what is missing: a value, a row that was expected, a region without the row that tells of all', () => {
    const rows = ['15.01', '15.02', '15.03'].map((wilayah, index) => ({ wilayah, tahun: '2024', ...(index > 0 && { jumlah: String(index) }) }) as Row);
    expect(of([region, year, people], rows)).toMatchObject({ count: 2, incomplete: true });
    const rules = [{ kind: 'grid' as const, region: 'wilayah', regions: ['15.02', '15.03', '15.04'], period: 'tahun' }];
    expect(barsOf(openedTable({ variables: [region, year, people], rules }, rows.slice(1)).found.figures, null, { column: 'jumlah', hidden: [] })).toMatchObject({ count: 2, incomplete: true });
    const mixed = [...['L', 'P'].map((kelamin) => ({ wilayah: '15.01', kelamin })), { wilayah: '15.01' }, ...['15.02', '15.03'].map((wilayah) => ({ wilayah, kelamin: 'L' }))].map((row) => ({ ...row, tahun: '2024', jumlah: '1' }));
    expect(of([region, { ...sex, required: false }, year, people], mixed)).toMatchObject({ incomplete: true, bars: [{ code: '15.02' }, { code: '15.03' }] });
  });

  it('are forty at most, and are none where there is nothing to compare', () => {
    const many = Array.from({ length: 41 }, (_, index) => ({ wilayah: `15.01.${10 + index}`, tahun: '2024', jumlah: String(index) }));
    const found = of([region, year, people], many);
    expect([found?.count, found?.bars.length, found?.bars[0]]).toEqual([41, 40, { code: '15.01.50', value: '40', incomplete: false, rows: [40], without: [] }]);
    expect([of([region, year, people], many.slice(0, 1)), of([region, year, people], []), of([{ ...region, key: false }, people], many), of([region, year, people], many, { column: 'lain' })]).toEqual([null, null, null, null]);
  });
});
