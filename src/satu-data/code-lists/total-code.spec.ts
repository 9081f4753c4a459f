import { isSubtotalCode, isTotalCode, totalAmong } from './total-code.js';

describe('a code that stands for all the others', () => {
  it.each([['Jumlah'], ['TOTAL'], ['_T'], ['Laki-laki + Perempuan'], ['L+P'], ['Semua umur'], ['Seluruh jenis kelamin'], ['Jumlah (L+P)'], ['3', 'Jumlah'], ['T', 'Both sexes'], ['9', 'Laki-laki dan perempuan'], ['Semua'], ['All'], ['Seluruh kabupaten/kota'], ['All age groups'], ['All types of fish']])('is %s', (code, title = '') => expect(isTotalCode(code, title)).toBe(true));

  it.each([['L', 'Laki-laki'], ['Jumlah penduduk'], ['Total fertility rate'], ['T', 'Tetap'], ['0–4'], ['semuanya-lain', 'Lainnya'], [''], ['Sub Jumlah'], ['Subtotal'], ['Sub-Total PNS'], ['V4', 'All terrain'], ['Seluruh tubuh'], ['Semua layak huni']])('is not %s', (code, title = '') => expect(isTotalCode(code, title)).toBe(false));

  it('is none that stands for some of them only', () => {
    expect([['Sub Jumlah'], ['SUBTOTAL'], ['Sub-total (PNS)'], ['4', 'Sub Jumlah PNS']].map(([code = '', title]) => isSubtotalCode(code, title))).toEqual([true, true, true, true]);
    expect([['Jumlah'], ['Subang'], ['Sub sektor']].map(([code = '']) => isSubtotalCode(code))).toEqual([false, false, false]);
  });

  it('is the one that is called so most plainly, in whatever order the rows come', () => {
    const titles = new Map([['9', 'Jumlah']]);
    const among = (...codes: string[]) => [codes, codes.toReversed()].map((all) => totalAmong(all, (code) => titles.get(code)));
    expect([among('Sub Jumlah', 'PPPK', 'Jumlah'), among('L+P', 'Jumlah'), among('Semua jenis', '9'), among('Total', 'Grand Total'), among('L', 'P')]).toEqual([['Jumlah', 'Jumlah'], ['Jumlah', 'Jumlah'], ['9', '9'], ['Grand Total', 'Grand Total'], [undefined, undefined]]);
  });
});
