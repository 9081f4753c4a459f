import { linesBefore, mailParts, mailText } from '../../admin-ui/src/features/editors/letter/mail.js';
import { marked } from '../../admin-ui/src/features/editors/letter/marks.js';
import { listsAround, wholeList, written } from '../../admin-ui/src/features/editors/letter/snippets.js';

const field = (path: string, type: 'text' | 'number' | 'date' | 'time' | 'yes-no' = 'text') => ({ path, type, label: { id: path, en: path }, example: '' });

describe('the editor of letters', () => {
  it('takes a mail apart and puts it together as it was', () => {
    for (const content of ['Subjek: Data {{judul}}\n\nYth.', 'Subjek: a\nb', 'Subjek:\n\n\nb', 'Subjek: a']) {
      const parts = mailParts(content);
      expect(mailText(parts).trimEnd()).toBe(content.replace(/^Subjek:(?! )/, 'Subjek: ').trimEnd());
    }
    expect(mailParts('Yth.')).toEqual({ subject: '', gap: '\n\n', body: 'Yth.' });
    expect(linesBefore(mailParts('Subjek: a\n\nb'))).toBe(2);
    expect(mailText({ subject: 'a\r\nBcc: x', gap: '\n\n', body: 'b' })).toBe('Subjek: a Bcc: x\n\nb');
  });

  it('writes a field as its kind asks for, and from within a list what stands outside', () => {
    expect([field('a'), field('a', 'number'), field('a', 'date'), field('a', 'time'), field('a', 'yes-no')].map((one) => written(one, null, ''))).toEqual(['{{a}}', '{{angka a}}', '{{tanggal a}}', '{{tanggal a hari=true jam=true}}', '{{#if a}}…{{else}}…{{/if}}']);
    const inside = 'x {{#each daftar}} {{#if a}} ';
    expect(listsAround(`${inside}{{#each anak}}{{/each}}{{#each ../b}}`)).toEqual(['daftar', '../b']);
    expect(written(field('judul'), null, inside)).toBe('{{../judul}}');
    expect(written(field('nama'), 'daftar', inside)).toBe('{{nama}}');
    expect(written(field('nama'), 'daftar', '')).toBe('{{#each daftar}}{{nama}} {{/each}}');
    expect(wholeList({ from: 'step', title: { id: '', en: '' }, list: 'daftar', fields: [field('nama'), field('nilai', 'number')] }, '')).toBe('{{#each daftar}}\n{{urut @index}}. {{nama}}, {{angka nilai}}\n{{/each}}');
  });

  it('marks what is wrong where it stands, and nothing that is gone', () => {
    const shown = (text: string, ...marks: { line: number; piece: string | null }[]) => marked(text, marks).map(({ text: piece, mark }) => (mark ? `[${piece}]` : piece)).join('');
    expect(shown('satu\ndua {{x}} tiga\nempat', { line: 2, piece: '{{x}}' }, { line: 3, piece: null })).toBe('satu\ndua [{{x}}] tiga\n[empat]');
    expect(shown('satu', { line: 1, piece: 'x' }, { line: 9, piece: null })).toBe('satu');
    expect(shown('aa', { line: 1, piece: 'a' }, { line: 1, piece: 'aa' })).toBe('[a]a');
  });
});
