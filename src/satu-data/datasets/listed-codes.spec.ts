import { randomFrom } from '../../../test/support/random.js';
import { linesOf, listedCodes, unclearCodes } from './listed-codes.js';

describe('codes that the data list names', () => {
  const sexes = { codes: ['1', '2'], meanings: { 1: 'Laki-laki', 2: 'Perempuan' } };
  it.each([
    ['Tetap\nSementara\nTetap', { codes: ['Tetap', 'Sementara'] }],
    ['1; 2,3', { codes: ['1', '2', '3'] }],
    ['1 = Laki-laki\n2 = Perempuan, dewasa\n\n9', { codes: ['1', '2', '9'], meanings: { 1: 'Laki-laki', 2: 'Perempuan, dewasa' } }],
    ['1 = Laki-laki; 2 = Perempuan', sexes],
    ['1 = Laki-laki;2 = Perempuan;\r\n', sexes],
    ['1 = Laki-laki, 2 = Perempuan', sexes],
    ['1 = Ya, selalu; 2 = Tidak', { codes: ['1', '2'], meanings: { 1: 'Ya, selalu', 2: 'Tidak' } }],
    ['1 = Ya\n8; 9', { codes: ['1', '8', '9'], meanings: { 1: 'Ya' } }],
    ['3 = "Lainnya; sebutkan"\n"a=b"', { codes: ['3', 'a=b'], meanings: { 3: 'Lainnya; sebutkan' } }],
    ['"a,b"; c', { codes: ['a,b', 'c'] }],
    ['1 = 12" pipa', { codes: ['1'], meanings: { 1: '12" pipa' } }],
    ['', { codes: null }],
    [null, { codes: null }],
  ])('%j', (text, listed) => {
    expect(listedCodes(text)).toEqual(listed);
    expect(unclearCodes(text)).toEqual([]);
    expect(listedCodes(linesOf(listed))).toEqual(listed);
  });

  it.each([
    ['1=L; 2=P', ['“1=L”: put a space', '“2=P”: put a space']],
    ['1 =', ['“1 =”: put a space']],
    ['1 = L 2 = P', ['“1 = L 2 = P”: it is not clear']],
    ['1 = A, dewasa, 2 = B', ['“1 = A, dewasa, 2 = B”: it is not clear']],
    ['1 = L; 2 = P; 9', ['“1 = L; 2 = P; 9”: it is not clear']],
    ['3 = Lainnya; sebutkan', ['“3 = Lainnya; sebutkan”: it is not clear']],
    ['1 = Ya\nLainnya, sebutkan', ['“Lainnya, sebutkan”: it is not clear']],
    ['1 = Ya; 1 = Tidak\n1 = Ya', ['The code “1” is written twice']],
  ])('%j is not guessed', (text, said) => {
    expect(unclearCodes(text).map(({ en }) => en)).toEqual(said.map((start) => expect.stringContaining(start)));
    expect(unclearCodes(text).every(({ id }) => id !== '')).toBe(true);
  });

  it('of an earlier version that took several for one are the several that they were', () => {
    expect(listedCodes(linesOf({ codes: ['1'], meanings: { 1: 'Laki-laki; 2 = Perempuan' } }))).toEqual(sexes);
  });

  it('are the same after they were written and read again, whatever is in them', () => {
    const next = randomFrom(20_260_715);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
    const word = () => Array.from({ length: 1 + Math.floor(next() * 5) }, () => pick([...'ab1 ;,="', ' = '])).join('').trim();
    for (let round = 0; round < 3_000; round += 1) {
      const codes = [...new Set(Array.from({ length: 1 + Math.floor(next() * 4) }, word).filter(Boolean))];
      // What looks like a second answer is one: see above.
      const meant = codes.flatMap((code) => { const meaning = pick(['', word().replace(/\s+=\s+/g, '=')]); return meaning ? [[code, meaning] as const] : []; });
      const listed = { codes: codes.length > 0 ? codes : null, ...(meant.length > 0 && { meanings: Object.fromEntries(meant) }) };
      expect([listed, listedCodes(linesOf(listed)), unclearCodes(linesOf(listed))]).toEqual([listed, listed, []]);
    }
  });

  it('are the same however they were divided', () => {
    const next = randomFrom(7);
    for (let round = 0; round < 300; round += 1) {
      const answers = Array.from({ length: 2 + Math.floor(next() * 5) }, (_, index) => [`${index}`, `arti ${Math.floor(next() * 100)}`] as const);
      const [lines, ...others] = ['\n', '; ', ';', ', '].map((between) => listedCodes(answers.map(([code, meaning]) => `${code} = ${meaning}`).join(between)));
      expect(lines).toEqual({ codes: answers.map(([code]) => code), meanings: Object.fromEntries(answers) });
      for (const other of others) expect(other).toEqual(lines);
    }
  });
});
