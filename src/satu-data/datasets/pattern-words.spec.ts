import { patternWords } from './pattern-words.js';

describe('what a pattern asks for', () => {
  it.each([
    ['\\d{18}', '18 angka', '18 digits'],
    ['\\d', '1 angka', '1 digit'],
    ['\\d{2}\\.\\d{2}', '2 angka, lalu “.”, lalu 2 angka', '2 digits, then “.”, then 2 digits'],
    ['KD-\\d+', '“KD-”, lalu angka, sedikitnya 1', '“KD-”, then digits, at least 1'],
    ['[A-Z]{2,5}', '2 sampai 5 huruf kapital', '2 to 5 capital letters'],
    ['.{0,}', 'huruf, angka, atau tanda, boleh kosong', 'characters, or none'],
    ['.{2,}', 'huruf, angka, atau tanda, sedikitnya 2', 'characters, at least 2'],
    ['\\d{2}-?\\d{1}', '2 angka, lalu boleh 1 “-”, lalu 1 angka', '2 digits, then 1 “-” or none, then 1 digit'],
    ['[^;]+', 'tanda selain “;”, sedikitnya 1', 'characters but “;”, at least 1'],
    ['[AB]\\d*', '1 tanda dari “AB”, lalu angka, boleh kosong', '1 character of “AB”, then digits, or none'],
    // A data set of before there was a rule on patterns.
    ['(a|b)', '(a|b)', '(a|b)'],
  ])('%s is said in words', (pattern, id, en) => expect(patternWords(pattern)).toEqual({ id, en }));
});
