import type { Fact } from './cube.js';
import { UnseenOverlaps } from './unseen-overlaps.js';

const fact = (table: number, row: number): Fact => ({ at: {}, values: {}, table, row });
const overlaps = new UnseenOverlaps([{ overlaps: [[0, 0], [1, 2]] }, {}]);

describe('overlaps that sums do not show', () => {
  it('are within a sum, which then has no value, or between two that are both there', () => {
    expect([0, 1, 2].map((row) => overlaps.isWithin(fact(0, row)))).toEqual([true, false, false]);
    expect(overlaps.among([fact(0, 0)], () => [fact(0, 0)])).toBe(true);
    expect(overlaps.among([fact(0, 1)], () => [fact(0, 1), fact(0, 2)])).toBe(true);
    expect(overlaps.among([fact(0, 2)], () => [fact(0, 1), fact(0, 2)])).toBe(true);
    expect(overlaps.among([fact(0, 1)], () => [fact(0, 1), fact(0, 3)])).toBe(false);
  });

  it('are those of the same table; of one that says none nothing is looked for', () => {
    expect(overlaps.among([fact(0, 1)], () => [fact(0, 1), fact(1, 2)])).toBe(false);
    expect(overlaps.among([fact(1, 0)], () => { throw new Error('asked for nothing'); })).toBe(false);
  });
});
