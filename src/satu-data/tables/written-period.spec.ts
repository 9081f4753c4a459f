import { randomFrom } from '../../../test/support/random.js';
import { byPeriod, newestOf, parsePeriod, periodBefore, timeWithin } from './written-period.js';

describe('a period as offices write it', () => {
  it.each([
    ['2026', 'year', '2026-01-01'], ['Tahun 2026', 'year', '2026-01-01'], ['Thn. 2026', 'year', '2026-01-01'], ['TA 2026', 'year', '2026-01-01'], ['2025/2026', 'year', '2025-01-01'], ['2025/26', 'year', '2025-01-01'],
    ['2026-03', 'month', '2026-03-01'], ['2025/11', 'month', '2025-11-01'], ['03/2026', 'month', '2026-03-01'], ['Maret 2026', 'month', '2026-03-01'], ['Januari\u00A02026', 'month', '2026-01-01'], ['2026 Maret', 'month', '2026-03-01'],
    ['Bulan Maret th 2026', 'month', '2026-03-01'], ['agt-2026', 'month', '2026-08-01'], ['Nopember', 'month', '0000-11-01'],
    ['2026-Q3', 'quarter', '2026-07-01'], ['Triwulan III 2026', 'quarter', '2026-07-01'], ['Triwulan I (2026)', 'quarter', '2026-01-01'], ['TW IV Tahun 2026', 'quarter', '2026-10-01'], ['Triwulan ke-2', 'quarter', '0000-04-01'], ['2026T1', 'quarter', '2026-01-01'],
    ['Caturwulan II 2026', 'third', '2026-05-01'],
    ['Semester 2 2026', 'half', '2026-07-01'], ['2026-S1', 'half', '2026-01-01'], ['Semester I', 'half', '0000-01-01'], ['Semester Ganjil 2025/2026', 'half', '2025-07-01'], ['Semester 2 2025/2026', 'half', '2026-01-01'],
    ['31/12/2026', 'day', '2026-12-31'], ['2026-12-31', 'day', '2026-12-31'],
  ])('%s is a %s from %s', (text, grain, from) => expect(parsePeriod(text)).toEqual({ grain, from }));

  it.each(['Laki-laki', '12', '2026-13', '2025/2027', '2011/12', 'Triwulan V 2026', 'Triwulan Genap', 'Semester 3', 'Mar-26', 'Mei-Juni', 'Jumlah', 'S', ''])('%s is none', (text) => expect(parsePeriod(text)).toBeNull());

  it('stands in the order of time, after what is none', () => {
    expect(['Oktober 2025', 'Januari 2026', 'April 2025'].toSorted(byPeriod)).toEqual(['April 2025', 'Oktober 2025', 'Januari 2026']);
    expect(['Maret', 'Desember', 'Jumlah', 'Februari', 'Januari'].toSorted(byPeriod)).toEqual(['Jumlah', 'Januari', 'Februari', 'Maret', 'Desember']);
    expect(['Semester 1 2025/2026', 'Semester 2 2024/2025', 'Semester 1 2024/2025'].toSorted(byPeriod)).toEqual(['Semester 1 2024/2025', 'Semester 2 2024/2025', 'Semester 1 2025/2026']);
    expect(['12', '9', '10'].toSorted(byPeriod)).toEqual(['9', '10', '12']);
  });

  it('has one order, in whatever order they come', () => {
    const all = ['Januari', 'Juni', 'Juli', 'Jumlah', 'lain', '9', '12', '2025', '2026', 'Juli 2025', '2025-Q3', '31/12/2025', 'Semester 2 2025'];
    const next = randomFrom(1);
    for (let time = 0; time < 500; time++) {
      const periods = all.map((one) => [next(), one] as const).toSorted(([a], [b]) => a - b).map(([, one]) => one).slice(0, 2 + Math.floor(next() * all.length));
      const sorted = periods.toSorted(byPeriod);
      expect(periods.toReversed().toSorted(byPeriod)).toEqual(sorted);
      expect(newestOf(periods)).toBe(sorted.at(-1));
    }
  });

  it('has times that stand at the same place in it, however both are written; what cannot be read is as it is written', () => {
    expect(new Set([['2025-01', 'Tahun 2025'], ['Januari', '2024'], ['Jan 2024', '2024']].map(([time = '', period = '']) => timeWithin(time, period))).size).toBe(1);
    expect(timeWithin('2025-07', '2025/2026')).toBe(timeWithin('2024-07', '2024/2025'));
    expect(timeWithin('April', 'Triwulan II 2025')).toBe(timeWithin('2025-01', '2025-Q1'));
    expect(timeWithin('Triwulan I', '2025')).not.toBe(timeWithin('Januari', '2025'));
    expect([timeWithin('7', '2025'), timeWithin('2025-07', 'awal')]).toEqual(['7', '2025-07']);
  });

  it.each([
    ['Minggu 1 2025', '2025', 'Minggu 1 2024', '2024'], ['2025-W01', 'Tahun 2025', '2024-W01', '2024'], ['2025W01', '2025', '2024W01', '2024'], ['1-7 Januari 2025', '2025', '1-7 Januari 2024', '2024'],
    ['Minggu 1 (2025/2026)', '2025/2026', 'Minggu 1 (2024/2025)', '2024/2025'], ['Minggu 30 2026', '2025/2026', 'Minggu 30 2025', '2024/2025'], ['Minggu 1 Triwulan I 2025', 'Triwulan I 2025', 'Minggu 1 Triwulan IV 2024', 'Triwulan IV 2024'], ['Pekan 31-12-2024 s.d. 6-1-2025', '2025', 'Pekan 31-12-2023 s.d. 6-1-2024', '2024'],
  ])('has a time that cannot be read, but for its year: %s of %s is %s of %s', (time, period, other, before) => {
    expect(timeWithin(time, period)).toBe(timeWithin(other, before));
    expect(timeWithin(time, period)).not.toBe(timeWithin(time, before));
  });

  it('has the months of a school year in its order, whether their year is written or not', () => {
    for (const [bare, written, period] of [['Januari', '2026-01', '2025/2026'], ['Juli', '2025-07', '2025/2026'], ['Triwulan I', '2026-Q1', '2025/2026'], ['Semester I', 'Semester 1 2025/2026', '2025/2026'], ['Semester Genap', 'Semester Genap 2025/2026', '2025/2026'], ['Januari', '2026-01', 'Semester Genap 2025/2026'], ['Juli', 'Juli 2025', 'Semester Ganjil 2025/2026'], ['Semester II', '2025-S2', '2025']] as const) expect([bare, timeWithin(bare, period)]).toEqual([bare, timeWithin(written, period)]);
  });

  it('knows which came before, as long as it', () => {
    expect(periodBefore('Januari 2026', ['Desember 2025', 'November 2025', '2025', 'Februari 2026'])).toBe('Desember 2025');
    expect(periodBefore('2026', ['2025', '2024', '2025-12', 'Jumlah'])).toBe('2025');
    expect(periodBefore('2026-Q1', ['2025-Q4', '2025-Q3'])).toBe('2025-Q4');
    expect(periodBefore('2025/12', ['2025/11', '2024/12'])).toBe('2025/11');
    expect([periodBefore('Februari', ['Januari']), periodBefore('2026', ['2027']), periodBefore('lain', ['2025'])]).toEqual([null, null, null]);
  });
});
