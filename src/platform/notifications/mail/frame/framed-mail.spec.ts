import { framedMail } from './framed-mail.js';
import { blocksOf } from './mail-blocks.js';

const SITE = 'https://data.example.go.id';
const framed = (text: string, more: Partial<Parameters<typeof framedMail>[0]> = {}) => framedMail({ subject: 'Perihal', text, language: 'id', office: 'Dinas Kominfo', site: SITE, ...more });

describe('a mail as a page', () => {
  it('has paragraphs, what is set off, lists with their links, and a button', () => {
    const text = `Yth. Sari\nDinas Kesehatan\n\nBatas waktu:\n\n  20 Maret 2026\n\nDitunggu:\n1. Penduduk\n   Periode 2026\n   ${SITE}/admin/tasks/a\n2. Luas\n\nKerjakan: ${SITE}/admin/tasks\n`;
    expect(blocksOf(text, SITE)).toEqual([
      { kind: 'paragraph', lines: ['Yth. Sari', 'Dinas Kesehatan'] },
      { kind: 'paragraph', lines: ['Batas waktu:'] },
      { kind: 'callout', lines: ['20 Maret 2026'] },
      { kind: 'paragraph', lines: ['Ditunggu:'] },
      { kind: 'list', items: [{ title: 'Penduduk', details: ['Periode 2026'], link: `${SITE}/admin/tasks/a` }, { title: 'Luas', details: [], link: null }] },
      { kind: 'button', label: 'Kerjakan', link: `${SITE}/admin/tasks` },
    ]);
  });

  it('says in the language of its text what is the frame’s own', () => {
    expect(framed('Isi', { language: 'en' })).toContain('Its links lead to data.example.go.id only.');
    expect(framed(`${SITE}/admin/`)).toContain('>Buka di Tertib</a>');
    expect(framed('Isi', { site: undefined })).not.toContain('Tautannya');
  });

  it('names the office once', () => expect(framed('Isi\n\nDinas Kominfo\n').match(/Dinas Kominfo/g)).toHaveLength(1));

  it.each([
    ['markup in the text', '<script>alert(1)</script><img src=x onerror=alert(1)>'], ['a link to elsewhere', 'Klik: https://jahat.example/masuk'], ['a link that only looks like ours', 'Klik: https://data.example.go.id.jahat.example/'],
    ['ours as a part of another', 'Klik: https://data.example.go.id@jahat.example/'], ['a script as a link', 'Klik: javascript:alert(1)'], ['quotes in a link', `Klik: ${SITE}/"onmouseover="alert(1)`], ['markup in a list', '1. <b onclick="x">Data</b>\n   https://jahat.example/'],
  ])('makes nothing of %s', (_, text) => {
    const page = framed(text, { subject: text, office: text });
    const tags = page.match(/<[a-z][^>]*>/gi) ?? [];
    expect(tags.filter((tag) => /^<(script|img|b)\b/i.test(tag) || /\son\w+=/i.test(tag.replaceAll(/"[^"]*"/g, '""')))).toEqual([]);
    for (const [, href] of page.matchAll(/href="([^"]*)"/g)) expect(new URL((href ?? '').replaceAll('&quot;', '"')).origin).toBe(SITE);
  });
});
