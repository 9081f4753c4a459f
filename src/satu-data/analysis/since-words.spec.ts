import { openedTable } from '../../../test/support/analysed.js';
import type { Variable } from '../datasets/dataset.types.js';
import { analysisReport } from './analysis-report.js';
import { TableQuery } from './analysis.schemas.js';
import type { Opened } from './opened.js';
import { readQuery, type Query } from './query.js';
import { settled } from './query-problem.js';
import { textBlocks } from './report-text.js';
import { tableView, titled } from './views.js';

const VARIABLES: Variable[] = [
  { name: 'wilayah', title: 'Wilayah', type: 'region', required: true, key: true }, { name: 'tahun', title: 'Periode', type: 'string', required: true, key: true },
  { name: 'jumlah', title: 'Jumlah', type: 'integer', unit: 'jiwa', required: true, key: false },
];
const opened = (values: Readonly<Record<string, string>>): Opened => openedTable({ variables: VARIABLES }, Object.entries(values).map(([tahun, jumlah]) => ({ wilayah: '15.06', tahun, jumlah })));
const title = ({ found: { figures } }: Opened, text: string) => titled(figures, settled(figures, readQuery(text) as Query) as Query).title;
const text = ({ found: { figures } }: Opened, said: string): string => textBlocks(said, figures)[0]?.paragraf?.map(({ teks }) => teks).join('') ?? '';

describe('what is compared with an earlier period', () => {
  const far = opened({ '2020': '100', '2024': '110' });
  const near = opened({ '2023': '100', '2024': '110' });
  const quarters = opened({ 'Triwulan I 2023': '100', 'Triwulan I 2024': '110' });

  it('says which in its title, and how long ago where it is not the one right before', () => {
    expect(title(far, 'jumlah.pertumbuhan;tahun=2024')).toEqual({ id: 'Pertumbuhan dari 2020, 4 tahun sebelumnya: Jumlah, 2024', en: 'Growth since 2020, 4 years earlier: Jumlah, 2024' });
    expect(title(near, 'jumlah.selisih;tahun=2024')).toEqual({ id: 'Selisih dari 2023: Jumlah, 2024', en: 'Change since 2023: Jumlah, 2024' });
    expect(title(quarters, 'jumlah.pertumbuhan;tahun=Triwulan I 2024').id).toBe('Pertumbuhan dari Triwulan I 2023, 4 triwulan sebelumnya: Jumlah, Triwulan I 2024');
    expect(title(far, 'jumlah.pertumbuhan;tahun=2020').id).toBe('Pertumbuhan dari periode sebelumnya: Jumlah, 2020');
  });

  it('says so in a text', () => {
    expect(text(far, 'Naik {{jumlah.pertumbuhan;tahun=2024}}.')).toBe('Naik 10,00 % (dari 2020, 4 tahun sebelumnya).');
    expect(text(near, 'Naik {{jumlah.selisih;tahun=2024}}.')).toBe('Naik 10 jiwa (dari 2023).');
  });

  it('says so at the tables of the report', () => {
    const tables = (one: Opened) => analysisReport(one.analysis, one.found).menurut.map(({ sejak, selang, baris }) => [sejak, selang, baris.map((row) => row.sejak)]);
    expect(tables(far)).toEqual([['2020', '4 tahun sebelumnya', [null]], [null, null, [null, 'dari 2020, 4 tahun sebelumnya']]]);
    expect(tables(near)).toEqual([['2023', null, [null]], [null, null, [null, null]]]);
  });

  it('says so at the table of the page', () => {
    const since = (one: Opened, by: string) => { const table = tableView(one.found, { ...TableQuery.parse({ by, period: '2024' }), language: 'id' }); return [table.since?.id ?? null, ...table.rows.map((row) => row.since?.id ?? null)]; };
    expect([since(far, 'wilayah'), since(near, 'wilayah')]).toEqual([['dari 2020, 4 tahun sebelumnya', null], ['dari 2023', null]]);
    expect([since(far, 'tahun'), since(near, 'tahun')]).toEqual([[null, null, 'dari 2020, 4 tahun sebelumnya'], [null, null, null]]);
  });
});
