import { openedTable } from '../../../test/support/analysed.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { Row } from './analyse.js';
import type { Figure } from './figure.js';
import { readQuery, type Query } from './query.js';
import { settled } from './query-problem.js';

const key = (name: string, type: Variable['type'] = 'string'): Variable => ({ name, title: name, type, required: true, key: true });
const births = (additivity: Variable['additivity']): Variable => ({ name: 'lahir', title: 'Lahir', type: 'integer', unit: 'orang', required: true, key: false, additivity });
const KEYS = [key('wilayah', 'region'), key('tahun', 'integer'), key('bulan')];

function table(additivity: Variable['additivity'], ...cells: readonly string[]): { readonly total: string | undefined; ask(query: string): Figure } {
  const rows = cells.map((cell): Row => { const [wilayah = '', tahun = '', bulan = '', lahir = ''] = cell.split('; '); return { wilayah, tahun, bulan, lahir }; });
  const { analysis, found: { figures } } = openedTable({ variables: [...KEYS, births(additivity)] }, rows);
  return { total: analysis.totals['lahir'], ask: (text) => figures.of(settled(figures, readQuery(text) as Query) as Query) };
}
const of = (region: string, year: string, ...cells: readonly string[]): string[] => cells.map((cell) => `${region}; ${year}; ${cell}`);
const MONTHS = ['Januari; 10', 'Februari; 10', 'Maret; 10'];
const QUARTERS = ['Triwulan I; 40', 'Triwulan II; 30', 'Triwulan III; 2', 'Triwulan IV; 28'];

describe('a time beside those that it is made up of', () => {
  it('counts, and they do not count once more', () => {
    expect(table('flow', ...of('15.06', '2024', ...MONTHS, 'Triwulan I; 30')).total).toBe('30');
    expect(table('flow', ...of('15.06', '2024', ...MONTHS, 'April 2024; 5', 'Triwulan I 2024; 30')).total).toBe('35');
    expect(table('flow', ...of('15.06', '2024', ...QUARTERS, 'Setahun; 100')).total).toBe('100');
    expect(table('flow', ...of('15.06', '2024', 's.d. Triwulan I; 40', 's.d. Triwulan II; 70')).total).toBe('70');
    expect(table('flow', ...of('15.06', '2024', ...QUARTERS)).total).toBe('100');
  });

  it('does so in each region and year, with those that the region is made up of', () => {
    const years = ['2023', '2024'].flatMap((year) => [...of('15.06.01', year, ...MONTHS, `Triwulan I ${year}; 30`), ...of('15.06.02', year, ...MONTHS)]);
    const figures = table('flow', ...years);
    expect(['lahir;wilayah=15.06;tahun=2023', 'lahir;tahun=2024', 'lahir;tahun=2024;bulan=Januari', 'lahir.pangsa;wilayah=15.06.01;tahun=2024', 'lahir.pertumbuhan;tahun=2024'].map((query) => figures.ask(query).value)).toEqual(['60', '60', '20', '50.00', '0.00']);
    expect(table('flow', ...of('15.06', '2024', 'Triwulan I; 60'), ...of('15.06.01', '2024', ...MONTHS)).total).toBe('60');
  });

  it('is not added to a month of all that its region lies in', () => {
    expect(table('flow', ...of('15.06', '2024', 'Januari; 25'), ...of('15.06.01', '2024', 'Triwulan I; 30')).ask('lahir;tahun=2024')).toMatchObject({ value: null, why: 'overlap' });
    expect(table('flow', ...of('15.06', '2024', 'April; 25'), ...of('15.06.01', '2024', 'Triwulan I; 30')).ask('lahir;tahun=2024').value).toBe('55');
  });

  it('is no value of the year of what does not add up over times', () => {
    for (const additivity of ['sum', 'average'] as const) expect(table(additivity, ...of('15.06', '2024', ...MONTHS, 'Triwulan I; 10')).ask('lahir;tahun=2024').value).toBeNull();
  });
});
