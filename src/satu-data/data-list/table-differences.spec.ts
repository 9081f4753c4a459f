import { tableDifference } from './table-differences.js';

const column = (kolom: string, more: object = {}) => ({ kolom, judulKolom: kolom, tipe: 'integer', wajib: true, ...more });
const said = (field: string, before: unknown, after: unknown) => {
  const found = tableDifference(field, before, after);
  return found && [found.before.id, found.after.id, found.before.en, found.after.en];
};

describe('what differs in the description of a table', () => {
  it.each([
    ['columns that came and went', 'variabel', [column('a'), column('b')], [column('b'), column('c')], ['a; c: tidak ada', 'a: tidak ada; c', 'a; c: not there', 'a: not there; c']],
    ['the first ones', 'variabel', [], [column('a'), column('b')], ['', 'a; b', '', 'a; b']],
    ['more than can be read', 'variabel', undefined, Array.from({ length: 11 }, (_, at) => column(`k${at}`)), ['', 'k0; k1; k2; k3; k4; k5; k6; k7; dan 3 lagi', '', 'k0; k1; k2; k3; k4; k5; k6; k7; and 3 more']],
    ['another order', 'variabel', [column('a'), column('b')], [column('b'), column('a')], ['a; b', 'b; a', 'a; b', 'b; a']],
    ['words of a setting', 'variabel', [column('a')], [column('a', { tipe: 'number', wajib: false })], ['a: tipe bilangan bulat, wajib ya', 'a: tipe bilangan desimal, wajib tidak', 'a: type whole number, required yes', 'a: type decimal number, required no']],
    ['one of two that have a name', 'variabel', [column('a'), column('a', { min: '1' })], [column('a'), column('a', { min: '1.5' })], ['a (2): terkecil 1', 'a (2): terkecil 1,5', 'a (2): smallest 1', 'a (2): smallest 1.5']],
    ['codes, by those that differ', 'variabel', [column('a', { daftarKode: '1 = Laki-laki\n2 = P' })], [column('a', { daftarKode: '1 = Laki-laki\n2 = Perempuan' })], ['a: kode yang boleh 2 = P', 'a: kode yang boleh 2 = Perempuan', 'a: allowed codes 2 = P', 'a: allowed codes 2 = Perempuan']],
    ['codes whose meaning has a semicolon in quotation marks', 'variabel', [column('a', { daftarKode: '1 = Ya; 3 = "Lainnya; sebutkan"' })], [column('a', { daftarKode: '1 = Ya\n3 = "Lainnya; tulis"' })], ['a: kode yang boleh "3" = "Lainnya; sebutkan"', 'a: kode yang boleh "3" = "Lainnya; tulis"', 'a: allowed codes "3" = "Lainnya; sebutkan"', 'a: allowed codes "3" = "Lainnya; tulis"']],
    ['built-in rules by what they are called', 'aturanBawaan', [], [{ aturan: 'range', tingkat: 'mati' }], ['', 'Nilai terkecil dan terbesar', '', 'Smallest and largest value']],
    ['sums, by the line', 'aturanJumlah', 'a = b + c\nd = e + f', 'a = b + c', ['d = e + f', 'd = e + f: tidak ada', 'd = e + f', 'd = e + f: not there']],
    ['a single word', 'tandaDesimal', 'koma', 'titik', ['koma untuk desimal', 'titik untuk desimal', 'comma for decimals', 'point for decimals']],
  ])('is told of %s', (_, field, before, after, words) => expect(said(field, before, after)).toEqual(words));

  it('is nothing where it says the same', () => {
    expect(said('variabel', [column('a', { perlindungan: 'tidak' })], [column('a', { perlindungan: '', min: '' })])).toBeNull();
  });
});
