import { linesOf, listedCodes } from './listed-codes.js';

describe('codes that the data list names', () => {
  it.each([
    ['Tetap\nSementara\nTetap', { codes: ['Tetap', 'Sementara'] }],
    ['1; 2,3', { codes: ['1', '2', '3'] }],
    ['1 = Laki-laki\n2 = Perempuan, dewasa\n\n9', { codes: ['1', '2', '9'], meanings: { 1: 'Laki-laki', 2: 'Perempuan, dewasa' } }],
    ['a=b', { codes: ['a=b'] }],
    ['', { codes: null }],
    [null, { codes: null }],
  ])('%j', (text, listed) => {
    expect(listedCodes(text)).toEqual(listed);
    expect(listedCodes(linesOf(listed))).toEqual(listed);
  });
});
