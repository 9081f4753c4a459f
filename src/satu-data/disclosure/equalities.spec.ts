import type { CompareRule, Rule, Variable } from '../datasets/dataset.types.js';
import { equalitiesOf, toldByRules } from './equalities.js';

const column = (name: string, more: Partial<Variable> = {}): Variable => ({ name, title: name, type: 'integer', required: true, key: false, ...more });
const VARIABLES = [
  column('omzet', { protection: { contributors: 'usaha', largestTwo: 'dua' } }), column('omzet_besar', { protection: { contributors: 'usaha_besar' } }),
  column('usaha'), column('usaha_besar'), column('dua'), column('besar'), column('kecil'), column('luas', { type: 'number' }),
];
const sum = (total: string, ...parts: string[]): Rule => ({ kind: 'sum', total, parts });
const compare = (left: string[], comparison: CompareRule['comparison'], right: CompareRule['right'], by?: string): Rule => ({ kind: 'compare', left, comparison, right, severity: 'ERROR', ...(by !== undefined && { tolerance: { by, in: 'unit' } }) });
const told = (...rules: Rule[]) => toldByRules(rules, VARIABLES).map(({ column: name }) => name);

describe('a rule that says what is never published', () => {
  it.each([
    ['a total', [sum('usaha', 'besar', 'kecil')], ['usaha']],
    ['a part of a total', [sum('besar', 'usaha', 'kecil')], ['usaha']],
    ['an own rule', [compare(['dua'], '=', { number: '12' })], ['dua']],
    ['both inequalities', [compare(['usaha'], '≤', ['besar', 'kecil']), compare(['usaha'], '≥', ['kecil', 'besar'])], ['usaha']],
    ['both inequalities, the sides changed', [compare(['usaha'], '≤', ['besar']), compare(['besar'], '≤', ['usaha'])], ['usaha']],
    ['a tolerance that lets no whole number through', [compare(['usaha'], '=', ['besar'], '0.4')], ['usaha']],
    ['two rules together', [sum('usaha', 'usaha_besar', 'kecil'), compare(['usaha_besar'], '=', ['besar'])], ['usaha_besar', 'usaha']],
  ] as [string, Rule[], string[]][])('is %s', (_, rules, names) => expect(told(...rules)).toEqual(names));

  it.each([
    ['one inequality', [compare(['usaha'], '≥', ['besar'])]],
    ['a tolerance', [compare(['usaha'], '=', ['besar'], '1')]],
    ['a tolerance of what is not whole', [compare(['usaha'], '=', ['luas'], '0.4')]],
    ['two that nobody knows', [sum('usaha', 'usaha_besar', 'kecil')]],
    ['of columns that are published', [sum('omzet', 'besar', 'kecil')]],
  ] as [string, Rule[]][])('is not %s', (_, rules) => expect(told(...rules)).toEqual([]));

  it('is an equation of the protection, too', () => {
    expect(equalitiesOf([compare(['besar'], '≤', { number: '5' }), compare(['besar'], '≥', { number: '5' })], VARIABLES).map(({ left, right, more }) => ({ left, right, more }))).toEqual([{ left: ['besar'], right: [], more: '5' }]);
  });
});
