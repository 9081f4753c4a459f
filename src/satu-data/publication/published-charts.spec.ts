import { openedTable } from '../../../test/support/analysed.js';
import type { Row } from '../analysis/analyse.js';
import { answer, type Asked, type Question } from '../analysis/questions.js';
import type { Variable } from '../datasets/dataset.types.js';
import { PublishedCharts } from './published-charts.service.js';
import { visible } from './visible.js';

const column = (name: string, more: Partial<Variable>): Variable => ({ name, title: name, type: 'integer', required: true, key: false, ...more });
const variables = [column('wilayah', { type: 'region', key: true }), column('kelamin', { type: 'string', key: true }), column('tahun', { key: true }), column('jumlah', { unit: 'orang', protection: {} }), column('catatan', { type: 'string' })];
const row = (wilayah: string, kelamin: string, jumlah: string): Row => ({ wilayah, kelamin, tahun: '2024', jumlah, catatan: kelamin });

const chartOf = async (rows: readonly Row[], described: readonly Variable[] = variables) => {
  const opened = openedTable({ variables: [...described], riskClass: 'terbatas' }, rows);
  const desk = { ofTable: async () => ({ ask: async (question: Question, asked: Asked<Question>) => answer(opened, question, asked) }) };
  return new PublishedCharts(desk as never).of({ ...opened.analysis, ...visible(opened.analysis, null) });
};

describe('the chart of a published table', () => {
  it('adds up by region and names no number that is not told', async () => {
    const rows = [row('15.01', 'L', '40'), row('15.01', 'P', '2'), row('15.02', 'L', '30'), row('15.02', 'P', '3'), row('15.03', 'L', '20'), row('15.03', 'P', '10'), row('15.04', 'L', '8'), row('15.04', 'P', '9')];
    expect(await chartOf(rows)).toMatchObject({ measure: 'jumlah', by: 'wilayah', hides: true, count: 2, bars: [{ code: '15.03', value: '30' }, { code: '15.04', value: '17' }] });
    expect(await chartOf(rows.slice(0, 6))).toBeNull();
  });

  it('is none of a column that is never published, and none of nothing', async () => {
    const [region, , year, people] = variables as [Variable, Variable, Variable, Variable];
    const firms = column('jumlah', { unit: 'usaha' });
    const turnover = column('omzet', { type: 'number', protection: { contributors: 'jumlah', largestTwo: 'dua' } });
    const rows = ['15.01', '15.02'].map((wilayah) => ({ wilayah, tahun: '2024', jumlah: '9', omzet: '100', dua: '10' }));
    expect(await chartOf(rows, [region, year, firms, turnover, column('dua', {})])).toBeNull();
    expect(await chartOf([], [region, year, people])).toBeNull();
  });
});
