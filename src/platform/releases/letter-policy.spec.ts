import { judgeLetter } from './letter-policy.js';

const codes = (text: string, key = 'surat') => judgeLetter(key, text).map((finding) => finding.code);

describe('letters', () => {
  it('may loop, choose and write escaped values', () => {
    expect(codes('{{#each rows}}{{nomor}} {{this.nama}}{{else}}–{{/each}}{{#if a}}x{{/if}}')).toEqual([]);
  });

  it('may use what the layout offers, and the layout may define it', () => {
    expect(codes('{{> kepala-surat}} {{> tanda-tangan ditetapkan=true}}')).toEqual([]);
    expect(codes('{{#*inline "tanda-tangan"}}x{{/inline}}{{> isi}}', 'layout')).toEqual([]);
    expect(codes('{{#*inline "tanda-tangan"}}x{{/inline}}')).toEqual(['letter-partial']);
  });

  it.each([
    ['{{> isi}}', 'letter-partial'],
    ['{{> (lookup . "x")}}', 'letter-partial'],
    ['{{{html}}}', 'letter-raw'],
    ['{{&html}}', 'letter-raw'],
    ['{{> rahasia}}', 'letter-partial'],
    ['{{#> x}}{{/x}}', 'letter-partial'],
    ['{{* inline}}', 'letter-partial'],
    ['{{constructor.name}}', 'letter-path'],
    ['{{lookup this.__proto__ "x"}}', 'letter-path'],
    ['{{#if a}}', 'letter-unreadable'],
  ])('%s is refused', (text, code) => {
    expect(codes(text)).toContain(code);
  });
});
