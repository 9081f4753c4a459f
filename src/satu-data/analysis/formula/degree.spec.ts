import { isOfSums } from './degree.js';
import { parseFormula } from './parse.js';

describe('a formula of sums', () => {
  const addsUp = (column: string): boolean => column !== 'persen';

  it.each(['a / b', 'a + b', 'a - b', '2 * a', 'a / b * 100', '(a - b) / b * 100', '-a', 'a / (b + c)', 'a * persen / 100', 'a * b / c', 'a / b - 1'])('means the same as of a row: %s', (text) => {
    expect(isOfSums(parseFormula(text), addsUp)).toBe(true);
  });

  it.each(['a * b', 'a + 5', 'a - b / c', '1 / a', 'a / (b * c)', 'a + persen', 'a * a / 2'])('means something else: %s', (text) => {
    expect(isOfSums(parseFormula(text), addsUp)).toBe(false);
  });
});
