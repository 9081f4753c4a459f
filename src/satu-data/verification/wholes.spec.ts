import { codesByColumn } from '../../../test/support/column-codes.js';
import type { Rule, Variable } from '../datasets/dataset.types.js';
import { wholesOf } from './wholes.js';

const wilayah: Variable = { name: 'wilayah', title: 'Wilayah', type: 'region', required: true, key: true };
const LISTED = { '15': 'Jambi', '15.01': 'Kerinci', '15.05': 'Muaro Jambi', '15.06': 'Tanjung Jabung Barat' };
const codes = codesByColumn([wilayah], LISTED).get('wilayah');

/** What each whole is held against, where the table has all that it should have. */
function wholes(expected: readonly string[], present: readonly string[] = expected) {
  if (!codes) throw new Error('no codes');
  const rules: Rule[] = expected.length > 0 ? [{ kind: 'grid', region: 'wilayah', regions: [...expected] }] : [];
  return wholesOf({ variables: [wilayah], rules }, 'wilayah', codes, new Set(present)).map(({ code, parts }) => [code, parts.join(' ')]);
}

describe('a whole and its parts', () => {
  it('are held against each other where all of them are there', () => {
    expect(wholes(Object.keys(LISTED))).toEqual([['15', '15.01 15.05 15.06']]);
    expect(wholes([], Object.keys(LISTED))).toEqual([['15', '15.01 15.05 15.06']]);
    expect(wholes([], ['15', '15.01', '15.06'])).toEqual([]);
  });

  it('are not, where a province is asked for beside one of its regencies: that one is not all of it', () => {
    expect(wholes(['15', '15.06'])).toEqual([]);
    expect(wholes(['15', '15.01', '15.06'])).toEqual([]);
    expect(wholes(['15', '15.06'], Object.keys(LISTED))).toEqual([]);
  });

  it('are, where the parts alone are asked for, as of what a province has of its own', () => {
    expect(wholes(['15.01', '15.06'], ['15', '15.01', '15.06'])).toEqual([['15', '15.01 15.06']]);
  });
});
