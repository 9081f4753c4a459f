import { flagsOfSum, sumOfFlags } from './flags.js';

const KNOWN = Array.from({ length: 40 }, (_, bit) => 2 ** bit);

describe('answers coded as powers of two', () => {
  it('come back as they were ticked, whichever they are', () => {
    let seed = 7;
    const next = () => (seed = (seed * 48_271) % 2_147_483_647);
    for (let run = 0; run < 500; run += 1) {
      const known = KNOWN.slice(0, 1 + (next() % KNOWN.length));
      const chosen = known.filter(() => next() % 2 === 0);
      expect(flagsOfSum(sumOfFlags(chosen.toReversed(), known), known)).toEqual(chosen);
    }
  });

  it('count once where they are given twice, and nothing ticked is 0', () => {
    expect([sumOfFlags([4, 1, 4], KNOWN), sumOfFlags([], KNOWN), flagsOfSum(0, KNOWN)]).toEqual([5, 0, []]);
  });

  it('refuse a code that is not on the list', () => expect(() => sumOfFlags([1, 3], KNOWN)).toThrow('There is no code 3'));

  it('refuse a sum that holds an unknown bit, alone or among known ones', () => {
    for (const missing of [1, 4, 16]) {
      const known = [1, 2, 4, 8, 16].filter((code) => code !== missing);
      for (let rest = 0; rest < 32; rest += 1) expect([rest, flagsOfSum(rest, known) === null]).toEqual([rest, Math.floor(rest / missing) % 2 === 1]);
    }
    expect([flagsOfSum(-1, KNOWN), flagsOfSum(1.5, KNOWN), flagsOfSum(32, [1, 2, 4]), flagsOfSum(Number.NaN, KNOWN)]).toEqual([null, null, null, null]);
  });
});
