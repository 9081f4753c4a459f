import { randomFrom } from '../../../test/support/random.js';
import { decimal } from '../analysis/decimal.js';
import { withMark } from '../shared/decimal-mark.js';
import { parseUndeclared } from '../tables/written-number.js';
import { keptNumber, writtenNumber } from './written-numbers.js';

describe('numbers of a data set\'s description', () => {
  it('are read again as what they are, with the mark of either language', () => {
    const next = randomFrom(11);
    for (let index = 0; index < 5_000; index += 1) {
      const kept = decimal((next() < 0.5 ? -1 : 1) * Math.round(next() * 10 ** (1 + Math.floor(next() * 9)))).div(10 ** Math.floor(next() * 6)).toFixed();
      const written = writtenNumber(kept);
      for (const text of [written, withMark(written, 'id'), withMark(written, 'en')]) expect([kept, text, parseUndeclared(text), keptNumber(text)]).toEqual([kept, text, kept, kept]);
    }
  });

  it.each([['1.125', '1.1250'], ['100', '100'], ['0.125', '0.125'], ['1234.567', '1234.567'], ['1.000', '1'], ['', ''], [null, ''], ['sedikit', 'sedikit'], ['2025-12-31', '2025-12-31']])('%s stands in a field as %s', (kept, written) => expect(writtenNumber(kept)).toBe(written));

  it('stay as they were written where nobody knows which is meant', () => expect(['1.000', '12,500', ' -1.125 ', 'x'].map(keptNumber)).toEqual(['1.000', '12,500', '-1.125', 'x']));
});
