import { analysedTable } from '../../../test/support/analysed.js';
import type { Row } from '../analysis/analyse.js';
import type { Variable } from '../datasets/dataset.types.js';
import { protect } from './protect.js';
import { TimesWithin } from '../tables/times-within.js';

const key = (name: string, title: string, type: Variable['type'] = 'string'): Variable => ({ name, title, type, required: true, key: true });
const PERIOD = key('periode', 'Periode');
const patients = (additivity: Variable['additivity'], unit = 'orang'): Variable => ({ name: 'pasien', title: 'Pasien', type: 'integer', unit, required: true, key: false, protection: {}, additivity });

/** The keys of the cells that can be computed back. */
function openOf(keys: readonly Variable[], measure: Variable, cells: readonly string[]): string[] {
  const rows = cells.map((cell): Row => { const values = cell.split('; '); return Object.fromEntries([...keys, measure].flatMap(({ name }, index) => (values[index] ? [[name, values[index] as string] as const] : []))); });
  return protect(analysedTable({ variables: [...keys, measure] }, rows)).open.map(({ row }) => cells[row] ?? 'total');
}

describe('what longer times say of those that make them up', () => {
  const QUARTERS = ['Triwulan I 2024; 40', 'Triwulan II 2024; 30', 'Triwulan III 2024; 2', 'Triwulan IV 2024; 28'];

  it('is the hidden quarter beside the others and their year, where the column adds up over times', () => {
    expect(openOf([PERIOD], patients('flow'), [...QUARTERS, 'Tahun 2024; 100'])).toEqual(['Triwulan III 2024; 2']);
    expect(openOf([PERIOD], patients('flow'), QUARTERS)).toEqual([]);
    expect(openOf([PERIOD], patients('flow'), [...QUARTERS, 'Tahun 2023; 100'])).toEqual([]);
    // Two that are hidden protect each other, unless only one way is left.
    expect(openOf([PERIOD], patients('flow'), ['2024-Q1; 3', '2024-Q2; 30', '2024-Q3; 2', '2024-Q4; 28', '2024; 63'])).toEqual([]);
    expect(openOf([PERIOD], patients('flow'), ['2024-Q1; 1', '2024-Q2; 30', '2024-Q3; 1', '2024-Q4; 28', '2024; 60'])).toEqual(['2024-Q1; 1', '2024-Q3; 1']);
  });

  it('is nothing of a stock, an average or a share', () => {
    for (const additivity of ['sum', 'average', 'none'] as const) expect(openOf([PERIOD], patients(additivity), [...QUARTERS, 'Tahun 2024; 100'])).toEqual([]);
    expect(openOf([PERIOD], patients(null, 'persen'), [...QUARTERS, 'Tahun 2024; 100'])).toEqual([]);
  });

  it('is what a total says of all times, of whatever adds up, with a quarter beside its months too', () => {
    const months = ['Januari; 2', 'Februari; 20', 'Maret; 30', 'Jumlah; 52'];
    for (const more of [[], ['Triwulan I; 52']]) for (const additivity of ['sum', 'flow', null] as const) expect(openOf([key('uraian', 'Uraian')], patients(additivity), [...months, ...more])).toEqual(['Januari; 2']);
    expect(openOf([key('uraian', 'Uraian')], patients('average'), [...months, 'Triwulan I; 52'])).toEqual([]);
    expect(openOf([key('uraian', 'Uraian')], patients('sum'), ['Januari; 2', 'Februari; 20', 'Maret; 30', 'Triwulan I; 30', 'Jumlah; 30'])).toEqual([]);
  });

  it('is of a column of which nobody said it what the numbers say: those of a stock do not make up its year', () => {
    expect(openOf([PERIOD], patients(null), [...QUARTERS, 'Tahun 2024; 100'])).toEqual(['Triwulan III 2024; 2']);
    expect(openOf([PERIOD], patients(null), [...QUARTERS, 'Tahun 2024; 28'])).toEqual([]);
  });

  it('goes by months, quarters, halves and years, whichever of them are there and however they are written', () => {
    const months = ['Januari 2024; 2', 'Feb 2024; 20', '2024-03; 30'];
    expect(openOf([PERIOD], patients('flow'), [...months, '2024-Q1; 52'])).toEqual(['Januari 2024; 2']);
    expect(openOf([PERIOD], patients('flow'), [...months, 'Triwulan II 2024; 10', 'Semester I 2024; 62', 'Semester II 2024; 5', '2024; 67'])).toEqual(['Januari 2024; 2']);
    expect(openOf([PERIOD], patients('flow'), ['Semester Ganjil 2024/2025; 2', 'Semester Genap 2024/2025; 50', '2024/2025; 52'])).toEqual(['Semester Ganjil 2024/2025; 2']);
    expect(openOf([PERIOD], patients('flow'), ['2023; 2', '2024; 50', 'Jumlah; 52'])).toEqual(['2023; 2']);
  });

  it('is in any column that tells times, in each year and region', () => {
    const keys = [key('wilayah', 'Wilayah', 'region'), key('tahun', 'Tahun', 'integer'), key('triwulan', 'Triwulan')];
    const cells = ['I; 40', 'II; 30', 'III; 2', 'IV; 28'].map((cell) => `Triwulan ${cell}`);
    const years = (few: string): string[] => ['15.06', '15.07'].flatMap((region) => ['2023', '2024'].flatMap((year) => [...cells, few].map((cell) => `${region}; ${year}; ${cell}`)));
    expect(openOf(keys, patients('flow'), years('Setahun; 100'))).toEqual(['15.06', '15.07'].flatMap((region) => ['2023', '2024'].map((year) => `${region}; ${year}; Triwulan III; 2`)));
    expect(openOf([key('uraian', 'Uraian')], patients('flow'), [...cells, 'Januari-Desember; 100'])).toContain('Triwulan III; 2');
  });

  it('is in a column beside that of the year, whether or not it tells the year once more', () => {
    const keys = [key('tahun', 'Tahun', 'integer'), key('bagian', 'Bagian')];
    const open = (...more: readonly string[]): string[] => openOf(keys, patients('flow'), ['2023', '2024'].flatMap((year) => [...['I; 40', 'II; 30', 'III; 2', 'IV; 28'].map((cell) => `Triwulan ${cell}`), ...more.map((one) => one.replace('#', year))].map((cell) => `${year}; ${cell}`)));
    const both = ['2023; Triwulan III; 2', '2024; Triwulan III; 2'];
    expect(open('Tahun #; 100')).toEqual(both);
    expect(open('Jumlah; 100')).toEqual(both);
    expect(open('Semester I; 70', 'Semester II #; 30')).toEqual(both);
    // A year that stands beside it for comparison is none of these quarters'.
    expect(openOf(keys, patients('flow'), ['2023; Triwulan I; 2', '2023; Triwulan II; 98', '2023; Triwulan III; 0', '2023; Triwulan IV; 0', '2023; Tahun 2022; 90', '2023; Tahun 2023; 100', '2024; Tahun 2024; 90'])).toEqual(['2023; Triwulan I; 2']);
  });

  it('adds up regions and times together where neither alone is told', () => {
    const keys = [key('wilayah', 'Wilayah', 'region'), PERIOD];
    const cells = ['15.06.01; 2024-S1; 40', '15.06.01; 2024-S2; 30', '15.06.02; 2024-S1; 2', '15.06.02; 2024-S2; 28'];
    expect(openOf(keys, patients('flow'), [...cells, '15.06; 2024; 100'])).toEqual(['15.06.02; 2024-S1; 2']);
    expect(openOf(keys, patients('sum'), [...cells, '15.06; 2024; 100'])).toEqual([]);
  });

  it('leaves what regions say at one time, where others are told by shorter times only', () => {
    const keys = [key('wilayah', 'Wilayah', 'region'), PERIOD];
    const year = ['15.06; 2024; 60', '15.06.01; 2024; 2', '15.06.02; 2024; 58'];
    for (const additivity of ['flow', 'sum', null] as const) expect(openOf(keys, patients(additivity), [...year, '15.06.01; 2024-Q1; 1', '15.06.03; 2024-Q1; 0'])).toContain('15.06.01; 2024; 2');
  });

  it('knows that sums so far differ by what lies between them, and nothing of those alone', () => {
    const soFar = ['s.d. Triwulan I 2024; 40', 's.d. Triwulan II 2024; 42', 's.d. Triwulan III 2024; 80'];
    expect(openOf([PERIOD], patients('flow'), [...soFar, 'Triwulan II 2024; 2'])).toEqual(['Triwulan II 2024; 2']);
    expect(openOf([PERIOD], patients('flow'), ['s.d. Triwulan I 2024; 2', 's.d. Triwulan II 2024; 42', 's.d. Triwulan III 2024; 80'])).toEqual([]);
  });

  it('takes a quarter without a row for nothing, but not one that no row tells of unless the numbers say so', () => {
    const keys = [key('penyakit', 'Penyakit'), PERIOD];
    const all = ['DBD; 2024-Q1; 2', 'DBD; 2024-Q2; 50', 'TB; 2024-Q3; 9', 'TB; 2024-Q4; 9'];
    expect(openOf(keys, patients('flow'), [...all, 'DBD; 2024; 52'])).toEqual(['DBD; 2024-Q1; 2']);
    expect(openOf([PERIOD], patients('flow'), ['2024-Q1; 2', '2024-Q2; 50', '2024; 100'])).toEqual([]);
    expect(openOf([PERIOD], patients('flow'), ['2024-Q1; 2', '2024-Q2; 50', '2024; 52'])).toEqual(['2024-Q1; 2']);
  });

  it('is nothing where the parts are there and all of them are empty, of times and of regions', () => {
    expect(openOf([PERIOD], patients('flow'), ['2024; 3', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'])).toEqual([]);
    expect(openOf([key('wilayah', 'Wilayah', 'region')], patients('flow'), ['15.06; 3', '15.06.01', '15.06.02'])).toEqual([]);
  });
});

describe('times of a column', () => {
  it('lie in longer ones, shortest first; of the same time one lies in the other', () => {
    const times = new TimesWithin(['2024', 'Januari 2024', '2024-Q1', 'Semester I 2024', '2024-01', '2025']);
    expect([times.around('2024-01').length + times.around('Januari 2024').length, times.around('2024-Q1'), times.around('2025')]).toEqual([7, ['Semester I 2024', '2024'], []]);
  });

  it('may be of no year where only one is told', () => {
    expect(new TimesWithin(['Triwulan I', 'Tahun 2024']).around('Triwulan I')).toEqual(['Tahun 2024']);
    expect(new TimesWithin(['Semester I', '2024/2025']).around('Semester I')).toEqual(['2024/2025']);
    expect(new TimesWithin(['Triwulan I', '2024', '2025']).areNested).toBe(false);
  });

  it('may be of each year that another column tells', () => {
    const values = ['Triwulan I', 'Tahun 2023', 'Tahun 2024', 'Tahun 2025', 'Januari 2024', 'Setahun'];
    const times = new TimesWithin(values, ['2023', '2024-S1']);
    expect([times.around('Triwulan I'), times.around('Januari 2024'), new TimesWithin(values, ['2020']).around('Triwulan I')]).toEqual([['Setahun', 'Tahun 2023', 'Tahun 2024'], ['Triwulan I', 'Setahun', 'Tahun 2024'], ['Setahun']]);
  });

  it('are found among many within a second', () => {
    const values = [...Array.from({ length: 9_000 }, (_, index) => new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10)), ...Array.from({ length: 900 }, (_, index) => `${2000 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`)];
    const began = Date.now();
    expect(new TimesWithin(values).isWhole('2001-02', ['2001-02-01'])).toBe(true);
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});
