import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../kernel/index.js';
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
    ['{{rahasia a}}', 'letter-helper'],
    ['{{#if (lebih a b)}}x{{/if}}', 'letter-helper'],
  ])('%s is refused', (text, code) => {
    expect(codes(text)).toContain(code);
  });

  it('is refused at once where reading it would hold the server for minutes', () => {
    const nested = (before: string) => `{{a ${before}${'(b '.repeat(5_000)}${')'.repeat(5_000)}}}`;
    for (const text of [nested(''), nested('"}}" ')]) expect(codes(text)).toEqual(['letter-nesting']);
    expect(codes('{{a}}'.repeat(5_000))).toEqual(['letter-size']);
    expect(codes('a'.repeat(60_001))).toEqual(['letter-size']);
    expect(codes('Pasal 1 (satu): {{lookup (lookup a "b") "c"}} (1) (2) (3)')).toEqual([]);
  });

  it('knows the helpers that letters are drawn with', () => {
    const source = readFileSync(join(packageRoot(), 'src/platform/notifications/rendering/helpers.mjs'), 'utf8');
    const own = /export const helpers = \{ (.+) \};/.exec(source)?.[1]?.split(', ') ?? [];
    expect(own.length).toBeGreaterThan(0);
    for (const name of own) expect(codes(`{{${name} a}}`)).toEqual([]);
  });

  it('says the line, and what to do', () => {
    const said = (text: string, key = 'surat') => judgeLetter(key, text).map(({ elementId, message }) => `${elementId} ${message.id}`);
    expect(said('a\n{{#each daftar}}\n{{/if}}')).toEqual(['2 Baris 2: {{#each}} ditutup dengan {{/if}}. Tutup dengan {{/each}}.']);
    expect(said('a\n\n<p>{{nama</p>\nb')).toEqual([expect.stringMatching(/^3 Baris 3: .*“<p>{{nama<\/p>”$/)]);
    expect(said('a\n{{tangal x}}')).toEqual([expect.stringMatching(/^2 Baris 2: “tangal” bukan perintah surat/)]);
  });

  it('wants a subject of a mail', () => {
    expect(codes('Yth. Bapak', 'mail-x')).toEqual(['letter-subject']);
    expect(codes('Subjek: Data\n\nYth. Bapak', 'mail-x')).toEqual([]);
  });
});
