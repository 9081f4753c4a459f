import { compareProblems } from './compare-problems.js';
import type { Variable } from './dataset.types.js';
import { ownRuleRow, ownRulesOf } from './own-rules.js';

const variables: Variable[] = (['laki_laki', 'perempuan', 'jumlah'] as const).map((name) => ({ name, title: name, type: 'integer', required: true, key: false }));
const row = (kiri: string, pembanding: '=' | '≤', kanan: string, toleransi = '') => ({ kiri, pembanding, kanan, toleransi, tingkat: 'peringatan' as const });

describe('rules of the office\'s own', () => {
  it('are read as people write them, and written back the same', () => {
    const rows = [row('laki_laki + perempuan', '=', 'jumlah', '0,5 %'), row('jumlah', '≤', '1500,25', '2'), row('jumlah', '≤', '-3')];
    const rules = ownRulesOf(rows);
    expect(rules).toEqual([
      { kind: 'compare', left: ['laki_laki', 'perempuan'], comparison: '=', right: ['jumlah'], tolerance: { by: '0.5', in: 'percent' }, severity: 'WARNING' },
      { kind: 'compare', left: ['jumlah'], comparison: '≤', right: { number: '1500.25' }, tolerance: { by: '2', in: 'unit' }, severity: 'WARNING' },
      { kind: 'compare', left: ['jumlah'], comparison: '≤', right: { number: '-3' }, tolerance: null, severity: 'WARNING' },
    ]);
    expect(rules.map(ownRuleRow)).toEqual(rows);
    expect(rules.flatMap((rule) => compareProblems(rule, variables))).toEqual([]);
  });

  it.each([
    ['a column that is not there', row('laki', '=', 'jumlah'), 'There is no column “laki” in the list of columns.'],
    ['a column that holds no numbers', row('nama', '=', '1'), 'The column “nama” is not one of numbers, so that it cannot be compared.'],
    ['an empty side', row('jumlah', '=', ''), 'Fill in both sides that are compared: columns, or columns and a number.'],
    ['what is no number', row('jumlah', '=', '1.234.5'), '“1.234.5” is not a number. Write for example 100 or 0.5.'],
    ['a tolerance below nothing', row('jumlah', '=', '1', '-5 %'), 'The tolerance “-5” is not a number from 0 up.'],
    ['a tolerance in words', row('jumlah', '=', '1', 'sedikit'), 'The tolerance “sedikit” is not a number from 0 up.'],
  ])('refuse %s, and say why', (_, given, message) => {
    const [rule] = ownRulesOf([given]);
    const found = rule ? compareProblems(rule, [...variables, { name: 'nama', title: 'Nama', type: 'string', required: false, key: false }]) : [];
    expect(found.map(({ en }) => en)).toEqual([message]);
  });
});
