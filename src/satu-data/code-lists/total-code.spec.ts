import { isTotalCode } from './total-code.js';

describe('a code that stands for all the others', () => {
  it.each([['Jumlah'], ['TOTAL'], ['_T'], ['Laki-laki + Perempuan'], ['L+P'], ['Semua umur'], ['Seluruh jenis kelamin'], ['Jumlah (L+P)'], ['3', 'Jumlah'], ['T', 'Both sexes'], ['9', 'Laki-laki dan perempuan']])('is %s', (code, title = '') => expect(isTotalCode(code, title)).toBe(true));

  it.each([['L', 'Laki-laki'], ['Jumlah penduduk'], ['Total fertility rate'], ['T', 'Tetap'], ['0–4'], ['semuanya-lain', 'Lainnya'], ['']])('is not %s', (code, title = '') => expect(isTotalCode(code, title)).toBe(false));
});
