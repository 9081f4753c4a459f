import { sensitivity } from './sensitive.js';

/**
 * Count, sum and two largest values by region and gender of `microdata1`, with the cells that sdcTable 0.34 finds in them: the example of
 * its `primarySuppression` (freq, maxN = 2) and its tests (nk, n = 2, k = 75); https://sdctools.github.io/sdcTable/reference/primarySuppression.html
 */
const MICRODATA = [
  { cell: 'A female', count: '2', value: '20', largestTwo: '20' },
  { cell: 'A male', count: '18', value: '178', largestTwo: '33' },
  { cell: 'B female', count: '19', value: '204', largestTwo: '34' },
  { cell: 'B male', count: '14', value: '140', largestTwo: '29' },
  { cell: 'C female', count: '10', value: '106', largestTwo: '31' },
  { cell: 'C male', count: '12', value: '118', largestTwo: '30' },
  { cell: 'D female', count: '14', value: '152', largestTwo: '34' },
  { cell: 'D male', count: '11', value: '366', largestTwo: '291' },
  { cell: 'all', count: '100', value: '1284', largestTwo: '299' },
];
const found = (frequency: number, dominance: number) =>
  MICRODATA.flatMap((one) => {
    const why = sensitivity(one, { frequency, dominance });
    return why ? [`${one.cell}: ${why}`] : [];
  });

describe('a sensitive cell', () => {
  it('is the one that sdcTable finds by frequency', () => expect(found(2, 100)).toEqual(['A female: frequency']));

  it('is one of the two that sdcTable finds by dominance', () => expect(found(0, 75)).toEqual(['A female: dominance', 'D male: dominance']));

  it('is by our own measures what so few contribute to, or two of them nearly alone', () => {
    expect(found(3, 85)).toEqual(['A female: frequency']);
    expect([sensitivity({ value: '100', count: '4', largestTwo: '85' }), sensitivity({ value: '100', count: '4', largestTwo: '85.01' })]).toEqual([null, 'dominance']);
    expect(['0', '1', '3', '4'].map((count) => sensitivity({ value: count, count }))).toEqual([null, 'frequency', 'frequency', null]);
  });

  it('is none where nothing is known, and cannot be told of negative values', () => {
    expect([sensitivity({ value: '', count: '' }), sensitivity({ value: '0', count: '9', largestTwo: '0' })]).toEqual([null, null]);
    expect(() => sensitivity({ value: '-5', count: '9', largestTwo: '2' })).toThrow('negative');
  });
});
