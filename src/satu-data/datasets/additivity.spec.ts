import { additivityOf, addsOverTime, isAdditive, mayAddUp, type Counted } from './additivity.js';
import { additivityWord } from './additivity-words.js';

const column = (title: string, unit: string | null, type: Counted['type'] = 'integer', more: Partial<Counted> = {}): Counted => ({ name: 'x', title, type, unit, ...more });

describe('whether a column adds up', () => {
  it.each([
    ['Jumlah penduduk', 'jiwa'], ['Penduduk usia 7–12 tahun', 'orang'], ['Penduduk per kecamatan', 'jiwa'], ['Ternak', 'Ekor'], ['Sekolah dasar', 'unit'], ['Rumah tangga', 'Rumah tangga'], ['Pendapatan', 'juta rupiah'], ['Desa', 'Desa atau kelurahan'],
  ])('%s in %s does', (title, unit) => expect(isAdditive(column(title, unit))).toBe(true));

  it.each([['Luas wilayah', 'km²'], ['Luas panen', 'ha'], ['Luas', 'Kilometer persegi (km²)'], ['Produksi', 'ton'], ['Realisasi', 'Rupiah']])('%s in %s does, with decimals too', (title, unit) => expect(isAdditive(column(title, unit, 'number'))).toBe(true));

  it.each([
    ['Indeks pembangunan manusia', null, 'number'], ['IPM', 'indeks', 'number'], ['Rata-rata lama sekolah', 'tahun', 'number'], ['Melek huruf', '%', 'number'], ['Melek huruf', 'Persen', 'integer'], ['Kepadatan', 'jiwa/km²', 'number'],
    ['Pengeluaran per kapita', 'rupiah', 'integer'], ['Murid per sekolah', 'orang', 'integer'], ['Upah minimum', 'rupiah', 'integer'], ['Anggota rumah tangga', 'orang', 'number'], ['Harga beras', 'rupiah', 'integer'], ['Kunjungan', null, 'integer'], ['Kunjungan', 'kali lipat', 'integer'], ['Jenis', 'orang', 'string'],
  ] as const)('%s in %s (%s) does not', (title, unit, type) => expect(isAdditive(column(title, unit, type))).toBe(false));

  it('is as somebody said, whatever its unit', () => {
    expect(additivityOf(column('Kunjungan', null, 'integer', { additivity: 'sum' }))).toBe('sum');
    expect(additivityOf(column('Pegawai', 'orang', 'integer', { additivity: 'average' }))).toBe('average');
    const births = column('Kelahiran', null, 'integer', { additivity: 'flow' });
    expect([isAdditive(births), addsOverTime(births), addsOverTime(column('Penduduk', 'jiwa')), additivityWord('flow'), mayAddUp(births)]).toEqual([true, true, false, 'arus', true]);
    expect([isAdditive(column('Pegawai', 'orang', 'integer', { additivity: 'none' })), additivityWord('average'), additivityWord(null)]).toEqual([false, 'rata-rata', '']);
  });

  it('does where it counts persons that are to be protected', () => {
    expect(isAdditive(column('Penderita', null, 'integer', { protection: {} }))).toBe(true);
    expect(additivityOf(column('Omzet', null, 'integer', { protection: { contributors: 'usaha', largestTwo: 'dua' } }))).toBe('unknown');
  });

  it('is assumed where cells are hidden, unless it is a rate or somebody said otherwise', () => {
    expect([column('Omzet', null), column('Murid per sekolah', 'orang'), column('Sakit', '%'), column('Sakit', 'orang', 'integer', { additivity: 'none' })].map(mayAddUp)).toEqual([true, true, false, false]);
  });
});
