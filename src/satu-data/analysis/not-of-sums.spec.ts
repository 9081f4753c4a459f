import { openedTable } from '../../../test/support/analysed.js';
import type { Variable } from '../datasets/dataset.types.js';
import { analysisReport } from './analysis-report.js';
import { readQuery, type Query } from './query.js';
import { settled } from './query-problem.js';

const key = (name: string, type: Variable['type']): Variable => ({ name, title: name, type, required: true, key: true });
const count = (name: string): Variable => ({ name, title: name, type: 'integer', unit: 'unit', required: true, key: false });
const indicator = (name: string, formula: string) => ({ name, title: name, unit: '', formula, numerator: '', denominator: '', factor: '1', decimals: 0 });
const VARIABLES = [key('wilayah', 'region'), key('kelas', 'string'), key('tahun', 'integer'), count('rumah'), count('orang')];
const INDICATORS = [indicator('kali', 'rumah * orang'), indicator('tambah', 'rumah + 5'), indicator('rasio', 'orang / rumah')];
const ROWS = [{ wilayah: '15.06.01', kelas: 'A', tahun: '2024', rumah: '2', orang: '10' }, { wilayah: '15.06.02', kelas: 'A', tahun: '2024', rumah: '3', orang: '20' }];

describe('an indicator that is no ratio of what adds up', () => {
  const small = openedTable({ variables: VARIABLES, indicators: INDICATORS }, ROWS);
  const asked = (text: string, { found: { figures } } = small) => figures.of(settled(figures, readQuery(text) as Query) as Query);

  it('is that of each row, and not of their sums', () => {
    expect(['kali', 'tambah', 'rasio'].map((name) => asked(`${name};wilayah=15.06.01`).value)).toEqual(['20', '7', '5']);
    for (const name of ['kali', 'tambah']) expect([name, asked(name)]).toEqual([name, expect.objectContaining({ value: null, why: 'not-of-sums' })]);
    expect(asked('rasio').value).toBe('6');
  });

  it('says so in the report', () => {
    const { indikator } = analysisReport(small.analysis, small.found);
    expect(indikator.map(({ sebab }) => sebab?.slice(0, 44) ?? null)).toEqual(['Tidak dihitung untuk gabungan beberapa baris', 'Tidak dihitung untuk gabungan beberapa baris', null]);
  });

  it('is not computed of the rows of a large table that are sums themselves', () => {
    const large = openedTable({ variables: VARIABLES, indicators: INDICATORS }, ROWS.map(({ kelas: _, ...row }) => row), 2024, [], ['wilayah', 'tahun', 'rumah', 'orang']);
    expect(asked('kali;wilayah=15.06.01', large).why).toBe('not-of-sums');
    expect(large.analysis.rows.map(({ kali, tambah, rasio }) => [kali, tambah, rasio])).toEqual([[undefined, undefined, '5'], [undefined, undefined, '7']]);
  });
});
