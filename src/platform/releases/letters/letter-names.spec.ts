import { unknownNames } from './letter-names.js';

const EXAMPLE = { judul: 'Data', periode: { judul: 'Tahun', tahun: null }, daftar: [{ nama: 'a', nilai: [{ angka: '1' }] }], tembusan: ['a'], kosong: [], lewat: true };
const named = (text: string) => unknownNames(text, EXAMPLE).map(({ name, line, column, list, meant }) => [name, line, column, list, meant]);

describe('names in a letter', () => {
  it.each([
    '{{judul}} {{periode.judul}} {{periode.tahun}} {{this.judul}}',
    '{{#each daftar}}{{nama}} {{urut @index}} {{../judul}} {{@root.periode.judul}} {{#each nilai}}{{angka}} {{../nama}} {{../../judul}}{{/each}}{{/each}}',
    '{{#if lewat}}{{judul}}{{else}}{{periode.judul}}{{/if}}{{#unless judul}}x{{/unless}}',
    '{{#with periode}}{{judul}} {{../judul}}{{/with}}{{#each tembusan}}{{this}}{{else}}{{judul}}{{/each}}',
    '{{#each kosong}}{{apa saja}}{{/each}}{{lookup daftar "x"}}{{#if daftar.length}}x{{/if}}'.replace('{{apa saja}}', '{{apaSaja}}'),
    '{{angka judul desimal=2}}{{tanggal judul hari=true}}{{#if (sama judul "x")}}x{{/if}}{{atau judul "–"}}',
    '{{#each daftar as |baris|}}{{baris.nama}}{{/each}}{{> kepala-surat}}{{> tanda-tangan ditetapkan=true}}',
  ])('%s: all there', (text) => expect(named(text)).toEqual([]));

  it.each([
    ['a\n {{jdul}}', ['jdul', 2, 3, null, 'judul']],
    ['{{periode.bulan}}', ['periode.bulan', 1, 2, null, null]],
    ['{{#each daftar}}{{judul}}{{/each}}', ['judul', 1, 18, 'daftar', '../judul']],
    ['{{#each daftar}}{{#each nilai}}{{judul}}{{/each}}{{/each}}', ['judul', 1, 33, 'nilai', '../../judul']],
    ['{{#each daftar}}{{Nama}}{{/each}}', ['Nama', 1, 18, 'daftar', 'nama']],
    ['{{nama}}', ['nama', 1, 2, null, null]],
    ['{{#each dftar}}{{nama}}{{/each}}', ['dftar', 1, 8, null, 'daftar']],
    ['{{#if lwat}}x{{/if}}', ['lwat', 1, 6, null, 'lewat']],
    ['{{tanggal (atau batas judul)}}', ['batas', 1, 16, null, null]],
    ['{{#with periode}}{{kota}}{{/with}}', ['kota', 1, 19, null, null]],
    ['{{#each daftar}}x{{else}}{{nama}}{{/each}}', ['nama', 1, 27, null, null]],
    ['{{../judul}}', ['../judul', 1, 2, null, null]],
    ['{{> kepala-surat perihal=prihal}}', ['prihal', 1, 25, null, null]],
    ['{{judul.panjang}}', ['judul.panjang', 1, 2, null, null]],
  ])('%s: is not there', (text, expected) => expect(named(text)).toEqual([expected]));

  it('tells what can be taken out as a whole', () => {
    const whole = (text: string) => unknownNames(text, EXAMPLE).map((one) => one.whole);
    expect(whole('a {{tanggal batas hari=true}} b')).toEqual(['{{tanggal batas hari=true}}']);
    expect(whole('{{#if batas}}x{{/if}}')).toEqual([null]);
    expect(whole('{{tanggal\n batas}}')).toEqual([null]);
  });
});
