import { spanOf } from './time-span.js';

const Y2026 = 2026 * 12;

describe('from when until when a time is', () => {
  it.each([
    ['2026', 0, 12], ['Tahun 2026', 0, 12], ['Semester II 2026', 6, 12], ['Caturwulan II 2026', 4, 8], ['2026-Q1', 0, 3], ['Triwulan IV 2026', 9, 12], ['Maret 2026', 2, 3], ['2026-12', 11, 12],
    // A school year begins in July.
    ['2026/2027', 6, 18], ['Semester Ganjil 2026/2027', 6, 12], ['Semester Genap 2026/2027', 12, 18],
    ['Januari-Juni 2026', 0, 6], ['Juli s.d. Desember 2026', 6, 12], ['2026-01 – 2026-03', 0, 3], ['Januari 2026 sampai dengan Maret 2027', 0, 15], ['2026-2028', 0, 36],
    ['s.d. Triwulan III 2026', 0, 9], ['s/d Juni 2026', 0, 6], ['sampai dengan Maret 2026', 0, 3],
  ])('%s', (text, from, to) => expect(spanOf(text)).toEqual({ from: Y2026 + from, to: Y2026 + to, hasYear: true }));

  it.each([['Januari', 0, 1], ['Triwulan II', 3, 6], ['Januari-Desember', 0, 12], ['Setahun', 0, 12], ['s.d. TW II', 0, 6]])('%s, of no year', (text, from, to) => expect(spanOf(text)).toEqual({ from, to, hasYear: false }));

  it('has days that make up their month', () => {
    const days = Array.from({ length: 29 }, (_, index) => spanOf(`2024-02-${String(index + 1).padStart(2, '0')}`));
    expect([days[0]?.from, days.at(-1)?.to, days.slice(1).every((day, index) => day?.from === days[index]?.to)]).toEqual([2024 * 12 + 1, 2024 * 12 + 2, true]);
  });

  it.each(['Jumlah', 'Laki-laki', '1-2', '15-19', '15.06-15.07', 'Desember-Januari', 'Tanjung Jabung Barat', 's.d. Jumlah', 's.d. 2026', '2028-2026', '-', ''])('%s is none', (text) => expect(spanOf(text)).toBeNull());
});
