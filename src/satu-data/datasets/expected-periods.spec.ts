import type { Variable } from './dataset.types.js';
import { expectedPeriods } from './expected-periods.js';

const column = (type: Variable['type'], more: Partial<Variable> = {}): Variable => ({ name: 'periode', title: 'Periode', type, required: true, key: true, ...more });

describe('the periods that a data list expects', () => {
  it.each([
    ['2024', ['2024']], ['Tahun 2024', ['2024']], ['2020–2024', ['2020', '2021', '2022', '2023', '2024']], ['2020 s.d. 2022', ['2020', '2021', '2022']], ['Tahun 2020-2021', ['2020', '2021']], ['2020, 2022 dan 2023–2024', ['2020', '2022', '2023', '2024']],
    ['Data tahun anggaran 2024', ['2024']], ['2023/2024', ['2023/2024']], ['Tahun ajaran 2023/2024', ['2023/2024']], ['Semester Ganjil 2023/2024', ['Semester Ganjil 2023/2024']],
    ['Triwulan I 2024', ['Triwulan I 2024']], ['Januari–Maret 2024', ['Januari 2024', 'Februari 2024', 'Maret 2024']], ['November 2023 sampai Januari 2024', ['November 2023', 'Desember 2023', 'Januari 2024']],
    ['Triwulan I–IV 2024', ['Triwulan I 2024', 'Triwulan II 2024', 'Triwulan III 2024', 'Triwulan IV 2024']], ['Semester 2 2023 - Semester 1 2024', ['Semester II 2023', 'Semester I 2024']], ['per 31 Desember 2024', ['31 Desember 2024']],
  ])('are of “%s” %j', (said, periods) => expect(expectedPeriods(said, column('string'))).toEqual(periods));

  it.each([null, '', 'setiap bulan', 'Januari', 'Januari–Maret', '2024–2020', '1000–2024', '2024 dan Januari 2025', '2011/12', '2022/2023–2023/2024', '1 Januari–31 Desember 2024', 'Semester I dan II 2024'])('are not known of “%s”', (said) => expect(expectedPeriods(said, column('string'))).toBeNull());

  it('are none that the column cannot hold', () => {
    expect([expectedPeriods('2024', column('integer')), expectedPeriods('Januari–Desember 2024', column('integer')), expectedPeriods('2023/2024', column('integer'))]).toEqual([['2024'], null, null]);
    expect([expectedPeriods('31 Desember 2024', column('date')), expectedPeriods('2024', column('date'))]).toEqual([['2024-12-31'], null]);
    expect([expectedPeriods('Januari 2024', column('string', { codes: ['Januari'] })), expectedPeriods('2024', column('string', { pattern: '\\d{4}-\\d\\d' })), expectedPeriods('2024', column('string', { pattern: '(' }))]).toEqual([null, null, ['2024']]);
  });
});
