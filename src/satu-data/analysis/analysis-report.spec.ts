import { DEMO_DATASETS } from '../demo/demo-datasets.js';
import { JAMBI_POPULATION_2024 } from '../reference/index.js';
import { analyse, type Row } from './analyse.js';
import { analysisReport, resultTable } from './analysis-report.js';
import type { DatasetAnalysis } from './analysis.service.js';

const [population] = DEMO_DATASETS;
if (!population) throw new Error('no demo data set');

const analysed = (rows: readonly Row[], { variables, indicators }: Pick<typeof population, 'variables' | 'indicators'> = population): DatasetAnalysis =>
  ({ ...analyse(variables.map((one) => ({ ...one, unit: one.unit ?? undefined })), rows, indicators), dataset: { title: 'Penduduk', definition: '', unit: 'jiwa', indicators }, officeName: 'Dukcapil', hash: '' }) as unknown as DatasetAnalysis;
const jambi = JAMBI_POPULATION_2024 as readonly Row[];

describe('what letters show of an analysis', () => {
  it('carries the indicators of each region by name, and those of all', () => {
    const { kolom, baris, jumlah, terpotong } = resultTable(analysed(jambi));
    expect(kolom.map(({ key, angka }) => [key, angka])).toEqual([['kode_wilayah', false], ['tahun', false], ['kepadatan', true], ['rasio_jenis_kelamin', true]]);
    expect(baris.find(({ kode_wilayah: code }) => code?.startsWith('15.06'))).toMatchObject({ kode_wilayah: '15.06 Kabupaten Tanjung Jabung Barat', tahun: '2024', kepadatan: '60.78', rasio_jenis_kelamin: '106.37' });
    expect([jumlah['kepadatan'] !== undefined, terpotong]).toEqual([true, false]);
  });

  it('shows the measures where nothing is computed, and leaves what is too long to the report', () => {
    const many = Array.from({ length: 61 }, (_, index) => ({ ...jambi[0], tahun: String(1960 + index) }));
    const table = resultTable(analysed(many, { ...population, indicators: [] }));
    expect(table.kolom.map(({ key }) => key)).toEqual(['kode_wilayah', 'tahun', 'laki_laki', 'perempuan', 'jumlah', 'luas_km2']);
    expect([table.baris.length, table.terpotong]).toEqual([60, true]);
  });

  it('writes years as they are, and measures as numbers', () => {
    const { kolom } = analysisReport(analysed(jambi));
    expect(Object.fromEntries(kolom.map(({ key, angka }) => [key, angka]))).toMatchObject({ kode_wilayah: false, tahun: false, jumlah: true, kepadatan: true });
  });
});
