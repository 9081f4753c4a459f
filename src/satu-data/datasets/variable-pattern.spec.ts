import { isSafePattern } from './variable-pattern.js';

describe('the pattern of a column', () => {
  it.each(['\\d{18}', '[A-Z]{2}\\d{4}', '15\\.06\\.\\d{2}', 'KD-\\d+', '\\d{2}\\.?\\d{2}', '[^;]+', '[A-Z]{2,5}'])('takes %s', (pattern) => expect(isSafePattern(pattern)).toBe(true));

  it.each([
    ['what repeats a repetition', '(a+)+'], ['a choice', 'L|P'], ['two open lengths', '\\d+\\d+'], ['look-around', '(?=a)a'], ['a back reference', '\\1'],
    ['an open class', '[A-Z'], ['a range the wrong way round', '[z-a]'], ['a repetition of nothing', '+a'], ['many parts that may be missing', 'a?a?a?a?a?a?'],
  ])('refuses %s', (_, pattern) => expect(isSafePattern(pattern)).toBe(false));

  it('is quick on text made to be slow', () => {
    const start = performance.now();
    expect(new RegExp('^(?:[a-z]+\\d?\\d?\\d?\\d?\\d?!)$', 'u').test('a'.repeat(32_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
