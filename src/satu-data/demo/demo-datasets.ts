import type { Indicator, Rule, Variable } from '../datasets/dataset.types.js';
import { districtsOf, regenciesOf } from '../reference/index.js';

/** A data set as an official would list it; producers by what their office is called. */
export interface ListedDataset {
  readonly code: string;
  readonly title: string;
  readonly definition: string;
  readonly unit: string;
  /** Part of the producer's name or code. */
  readonly producer: RegExp;
  readonly schedule: string;
  readonly method: string;
  readonly variables: readonly Variable[];
  /** Years that the table is expected to hold. */
  readonly dataPeriod: string;
  readonly rules: readonly Rule[];
  readonly indicators: readonly Indicator[];
}

const region: Variable = { name: 'kode_wilayah', title: 'Kode wilayah', type: 'region', required: true, key: true, definition: 'Kode wilayah menurut Kemendagri' };
const year: Variable = { name: 'tahun', title: 'Tahun', type: 'integer', required: true, key: true, min: '2000', max: '2100', definition: 'Tahun data' };
const count = (name: string, title: string, unit: string): Variable => ({ name, title, type: 'integer', unit, required: true, key: false, min: '0' });
const YEAR = '2024';
const grid = (regions: readonly string[]): Rule => ({ kind: 'grid', region: 'kode_wilayah', regions, period: 'tahun', periods: [YEAR] });
const regencies = grid(regenciesOf('15'));
const districts = grid(districtsOf('15.06'));

/** What a demonstration's list holds before there was a period: one real data set, three made-up ones that say so. */
export const DEMO_DATASETS: readonly ListedDataset[] = [
  {
    code: '1506.01.0001',
    title: 'Jumlah Penduduk Menurut Jenis Kelamin dan Kabupaten/Kota',
    definition: 'Banyaknya penduduk yang tercatat pada administrasi kependudukan menurut jenis kelamin, dengan luas wilayahnya.',
    unit: 'jiwa',
    producer: /dukcapil|kependudukan/i,
    schedule: 'tahunan',
    dataPeriod: YEAR,
    method: 'kompilasi produk administrasi',
    variables: [region, year, count('laki_laki', 'Laki-laki', 'jiwa'), count('perempuan', 'Perempuan', 'jiwa'), count('jumlah', 'Jumlah penduduk', 'jiwa'), { name: 'luas_km2', title: 'Luas wilayah', type: 'number', unit: 'km²', required: true, key: false, min: '0.001' }],
    rules: [{ kind: 'sum', parts: ['laki_laki', 'perempuan'], total: 'jumlah' }, regencies, ...['laki_laki', 'perempuan', 'jumlah', 'luas_km2'].map((column): Rule => ({ kind: 'outlier', column, region: 'kode_wilayah', period: 'tahun' }))],
    indicators: [
      { name: 'kepadatan', title: 'Kepadatan penduduk', unit: 'jiwa/km²', numerator: 'jumlah', denominator: 'luas_km2', factor: '1', decimals: 2 },
      { name: 'rasio_jenis_kelamin', title: 'Rasio jenis kelamin', unit: 'laki-laki per 100 perempuan', numerator: 'laki_laki', denominator: 'perempuan', factor: '100', decimals: 2 },
    ],
  },
  {
    code: '1506.02.0001',
    title: 'Jumlah Puskesmas dan Tenaga Kesehatan Menurut Kecamatan (sintetis)',
    definition: 'Banyaknya puskesmas dan tenaga kesehatan. Angka contoh yang dibuat untuk peragaan (sintetis).',
    unit: 'unit; orang',
    producer: /dinkes|kesehatan/i,
    schedule: 'tahunan',
    dataPeriod: YEAR,
    method: 'kompilasi produk administrasi',
    variables: [region, year, count('puskesmas', 'Puskesmas', 'unit'), count('dokter', 'Dokter', 'orang'), count('perawat', 'Perawat', 'orang'), count('tenaga', 'Jumlah tenaga', 'orang')],
    rules: [{ kind: 'sum', parts: ['dokter', 'perawat'], total: 'tenaga' }, districts],
    indicators: [],
  },
  {
    code: '1506.03.0001',
    title: 'Jumlah Sekolah dan Murid Menurut Kecamatan (sintetis)',
    definition: 'Banyaknya sekolah dasar dan muridnya. Angka contoh yang dibuat untuk peragaan (sintetis).',
    unit: 'unit; orang',
    producer: /disdik|pendidikan/i,
    schedule: 'tahunan',
    dataPeriod: YEAR,
    method: 'kompilasi produk administrasi',
    variables: [region, year, count('sekolah', 'Sekolah dasar', 'unit'), count('murid_laki_laki', 'Murid laki-laki', 'orang'), count('murid_perempuan', 'Murid perempuan', 'orang'), count('murid', 'Jumlah murid', 'orang')],
    rules: [{ kind: 'sum', parts: ['murid_laki_laki', 'murid_perempuan'], total: 'murid' }, districts],
    indicators: [{ name: 'murid_per_sekolah', title: 'Murid per sekolah', unit: 'orang', numerator: 'murid', denominator: 'sekolah', factor: '1', decimals: 1 }],
  },
  {
    code: '1506.04.0001',
    title: 'Produksi dan Luas Panen Padi Menurut Kecamatan (sintetis)',
    definition: 'Luas panen dan produksi padi. Angka contoh yang dibuat untuk peragaan (sintetis).',
    unit: 'ha; ton',
    producer: /distan|pertanian|pangan|hortikultura/i,
    schedule: 'tahunan',
    dataPeriod: YEAR,
    method: 'survei',
    variables: [region, year, { name: 'luas_panen', title: 'Luas panen', type: 'number', unit: 'ha', required: true, key: false, min: '0' }, { name: 'produksi', title: 'Produksi', type: 'number', unit: 'ton', required: true, key: false, min: '0' }],
    rules: [districts],
    indicators: [{ name: 'produktivitas', title: 'Produktivitas', unit: 'ton/ha', numerator: 'produksi', denominator: 'luas_panen', factor: '1', decimals: 2 }],
  },
];
