import { analysedTable } from '../../../test/support/analysed.js';
import type { Variable } from '../datasets/dataset.types.js';
import { protect } from './protect.js';
import { isImplausible, sensitivity } from './sensitive.js';

/**
 * Count, sum and two largest values by region and gender of `microdata1`, all 15 cells in the order of sdcTable 0.34, added up of the 100 records that it
 * publishes (`data-raw/microdata1.R`); the cells that it finds in them are those of its tests (`tests/testthat/test-primarySuppression.r`: `freq`, maxN = 2, the
 * 6th; `nk`, n = 2, k = 75, the 6th and 14th). https://sdctools.github.io/sdcTable/reference/primarySuppression.html
 */
const MICRODATA = ([
  ['all', 100, 1284, 299], ['male', 55, 802, 298], ['female', 45, 482, 37], ['A', 20, 198, 33], ['A male', 18, 178, 33], ['A female', 2, 20, 20], ['B', 33, 344, 34], ['B male', 14, 140, 29], ['B female', 19, 204, 34],
  ['C', 22, 224, 37], ['C male', 12, 118, 30], ['C female', 10, 106, 31], ['D', 25, 518, 298], ['D male', 11, 366, 291], ['D female', 14, 152, 34],
] as const).map(([cell, count, value, largestTwo]) => ({ cell, count: String(count), value: String(value), largestTwo: String(largestTwo) }));
const found = (frequency: number, dominance: number) =>
  MICRODATA.flatMap((one) => {
    const why = sensitivity(one, { frequency, dominance });
    return why ? [`${one.cell}: ${why}`] : [];
  });

describe('a sensitive cell', () => {
  it('is the one that sdcTable finds by frequency', () => expect(found(2, 100)).toEqual(['A female: frequency']));

  it('is one of the two that sdcTable finds by dominance', () => expect(found(0, 75)).toEqual(['A female: dominance', 'D male: dominance']));

  it('is hidden when the whole table is protected, and refused for it stands alone among the totals', () => {
    const key = (name: string): Variable => ({ name, title: name, type: 'string', required: true, key: true });
    const number = (name: string, protection?: Variable['protection']): Variable => ({ name, title: name, type: 'integer', unit: 'orang', required: true, key: false, ...(protection && { protection }) });
    const variables = [key('region'), key('gender'), number('count', {}), number('val', { contributors: 'count', largestTwo: 'two' }), number('two')];
    const rows = MICRODATA.map(({ cell, count, value, largestTwo }) => {
      const [region = '', gender = 'Total'] = /^[A-D]/.test(cell) ? cell.split(' ') : ['Total', cell === 'all' ? 'Total' : cell];
      return { region, gender, count, val: value, two: largestTwo };
    });
    const { hidden, open } = protect(analysedTable({ variables }, rows));
    // With our 3 and 85 % these are the one cell of two persons; what D has of one man is 79.5 % of its cell.
    expect(hidden.map(({ row, column, why }) => [MICRODATA[row]?.cell, column, why])).toEqual([['A female', 'count', 'frequency'], ['A female', 'val', 'frequency']]);
    expect(open).toEqual(hidden);
    // Where the totals of A are not in the table, the women of all regions still give it away; without both, the whole does.
    const without = (...left: string[]) => protect(analysedTable({ variables }, rows.filter((_, index) => !left.includes(MICRODATA[index]?.cell ?? '')))).open.length;
    expect([without('A'), without('female'), without('A', 'female')]).toEqual([2, 2, 2]);
    expect(without('A', 'female', 'all', 'A male', 'B female', 'C female', 'D female')).toBe(0);
  });

  it('is by our own measures what so few contribute to, or two of them nearly alone', () => {
    expect(found(3, 85)).toEqual(['A female: frequency']);
    expect([sensitivity({ value: '100', count: '4', largestTwo: '85' }), sensitivity({ value: '100', count: '4', largestTwo: '85.01' })]).toEqual([null, 'dominance']);
    expect(['0', '1', '3', '4'].map((count) => sensitivity({ value: count, count }))).toEqual([null, 'frequency', 'frequency', null]);
  });

  it.each([
    ['nobody is behind a value', ['500', '0'], true], ['nobody is behind what two contribute', ['0', '0', '5'], true], ['fewer than nobody contribute', ['0', '-1'], true],
    ['two contribute more than all', ['100', '9', '101'], true], ['one contributes less than all', ['100', '1', '90'], true], ['the two largest have nothing', ['700', '9', '0'], true],
    ['the two largest of four have less than half', ['100', '4', '49.99'], true], ['the two largest of two have less than all', ['100', '2', '99'], true],
    ['the four have the same', ['100', '4', '50'], false], ['one has all', ['100', '1', '100'], false], ['two have all', ['100', '2', '100'], false], ['nobody has nothing', ['0', '0', '0'], false],
    ['nothing is said of the two largest', ['100', '9'], false], ['nothing is said of how many', ['100', '', '9'], false], ['it is a loss: nobody has a share in it', ['-40', '2', '-40'], false], ['all have nothing', ['0', '9', '0'], false],
  ] as const)('is told wrongly: %s', (_, [value, count, largestTwo], expected) => expect(isImplausible({ value, count, largestTwo })).toBe(expected));

  it('of sdcTable is told rightly', () => expect(MICRODATA.filter(isImplausible)).toEqual([]));

  it('is none where nothing is known, and cannot be told of negative values', () => {
    expect([sensitivity({ value: '', count: '' }), sensitivity({ value: '0', count: '9', largestTwo: '0' })]).toEqual([null, null]);
    expect(() => sensitivity({ value: '-5', count: '9', largestTwo: '2' })).toThrow('negative');
  });
});
