import { analyse, type MeasuredColumn } from './analyse.js';
import type { Indicator } from '../datasets/dataset.types.js';

const columns: MeasuredColumn[] = [
  { name: 'kode_wilayah', title: 'Kode wilayah', type: 'region', key: true },
  { name: 'laki_laki', title: 'Laki-laki', type: 'integer' },
  { name: 'perempuan', title: 'Perempuan', type: 'integer' },
  { name: 'jumlah', title: 'Jumlah', type: 'integer' },
  { name: 'luas_km2', title: 'Luas', type: 'number' },
];
const indicators: Indicator[] = [
  { name: 'kepadatan', title: 'Kepadatan', unit: 'jiwa/km²', numerator: 'jumlah', denominator: 'luas_km2', factor: '1', decimals: 2 },
  { name: 'rasio', title: 'Rasio jenis kelamin', unit: '', numerator: 'laki_laki', denominator: 'perempuan', factor: '100', decimals: 2 },
];
// Tanjung Jabung Barat, 2024: cahyadsn/wilayah.
const district = { kode_wilayah: '15.06', laki_laki: '173688', perempuan: '163290', jumlah: '336978', luas_km2: '5544.567' };

describe('analyse', () => {
  it('computes density and sex ratio from the sheet', () => {
    const [row] = analyse(columns, [district], indicators).rows;
    expect(row).toMatchObject({ kepadatan: '60.78', rasio: '106.37' });
  });

  it('leaves out what is missing or cannot be divided, and counts it', () => {
    const result = analyse(columns, [{ kode_wilayah: 'a', jumlah: '5', luas_km2: '0' }], indicators);
    expect(result.rows).toEqual([{ kode_wilayah: 'a', jumlah: '5', luas_km2: '0' }]);
    expect(result.missing).toBe(2);
  });

  it('takes the total column for the one that charts are made from', () => {
    expect(analyse(columns, [{ laki_laki: '1', jumlah: '1' }], []).measure).toBe('jumlah');
    expect(analyse(columns, [{ laki_laki: '1' }], []).measure).toBe('laki_laki');
  });
});
