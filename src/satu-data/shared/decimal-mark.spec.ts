import { withMark } from './decimal-mark.js';

describe('a number in a field', () => {
  it.each([
    ['3.5', '3,5', '3.5'], ['0,5 %', '0,5 %', '0.5 %'], ['-12.', '-12,', '-12.'], ['1.1250', '1,1250', '1.1250'], ['1234.567', '1234,567', '1234.567'], ['100', '100', '100'],
  ])('%s has the mark of the language: %s, %s', (text, id, en) => expect([withMark(text, 'id'), withMark(text, 'en')]).toEqual([id, en]));

  it.each(['1.000', '12,500 %', '1.234.567', '31.12.2025', 'jumlah', ''])('%s stays as it was written', (text) => expect([withMark(text, 'id'), withMark(text, 'en')]).toEqual([text, text]));
});
