import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pdfText } from '../../../testing/case/pdf-text.js';
import { packageRoot, ThreadPool } from '../../kernel/index.js';
import { LETTERHEAD, SAMPLES, SIGNERS } from '../../../../test/support/letter-samples.js';
import { LETTER_TITLES } from '../letters/letter-titles.js';
import { PLAIN_LAYOUT } from '../letters/plain-layout.js';
import { languageOf } from '../letters/template-language.js';
import { Renderer, RenderError } from './renderer.js';

const folder = join(packageRoot(), 'letters');
const read = (name: string) => readFileSync(join(folder, `${name}.hbs`), 'utf8');
const common = { nomor: '12/DISKOMINFO/XI/2026', tanggal: '2026-11-23T05:00:00.000Z', tempat: 'Kuala Tungkal', perihal: 'Permintaan data', kop: LETTERHEAD, penandatangan: SIGNERS[0], jabatanPenandatangan: SIGNERS[0]?.title, zona: 'Asia/Jakarta' };
const meta = { title: 'Permintaan data', number: '12/DISKOMINFO/XI/2026', author: 'Diskominfo', date: '2026-11-23T05:00:00.000Z', language: 'id' } as const;
const DUE = { id: 'Selasa, 15 Desember 2026 pukul 23.59 WIB', en: 'Tuesday, 15 December 2026 at 23:59 WIB' };
const GREETING = { id: 'Yth. ', en: 'To the head of ' };
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

describe('rendering', () => {
  const renderer = new Renderer();
  const text = (template: string, context: Record<string, unknown> = {}) => renderer.text({ template, context });
  const pdf = (html: string, context: Record<string, unknown> = {}) => renderer.pdf({ html, layout: '{{> isi}}', context, meta });
  afterAll(() => renderer.onModuleDestroy());

  it('has a sample and a title for each template that ships', () => {
    const shipped = readdirSync(folder).filter((name) => name.endsWith('.hbs') && name !== 'layout.hbs').map((name) => name.replace('.hbs', ''));
    expect(Object.keys(SAMPLES).toSorted()).toEqual(shipped.toSorted());
    expect(Object.keys(LETTER_TITLES).toSorted()).toEqual([...shipped, 'layout'].toSorted());
  });

  it.each(Object.keys(SAMPLES).filter((name) => !name.startsWith('mail-')))('draws %s', async (name) => {
    const result = await renderer.pdf({ html: read(name), layout: read('layout'), context: { ...common, ...SAMPLES[name] }, meta: { ...meta, language: languageOf(name) } });
    expect(result.subarray(0, 5).toString()).toBe('%PDF-');
    expect(result.toString('latin1')).toContain(languageOf(name) === 'en' ? '/Lang (en-GB)' : '/Lang (id-ID)');
    expect(pdfText(result).replaceAll(/\s/g, '')).toContain(languageOf(name) === 'en' ? 'Page1of' : 'Halaman1dari');
    expect(pagesOf(result)).toBe({ 'surat-permintaan-produsen': 5, 'surat-permintaan-bps': 2, 'surat-hasil-analisis': 3, 'laporan-analisis': 3, 'laporan-pemeriksaan': 2, 'laporan-pemeriksaan-en': 2, 'lembar-ms-keg': 5 }[name] ?? 1);
  });

  it('keeps a heading with what it heads', async () => {
    const lines = '<p>x</p>'.repeat(44);
    for (const more of [0, 1, 2, 3, 4]) {
      const pages = pdfText(await pdf(`${lines}${'<p>x</p>'.repeat(more)}<h2>Judul</h2><table><tbody><tr><td>isi</td></tr></tbody></table>`)).split('\n').map((page) => page.replaceAll(/\s/g, '')).filter(Boolean);
      expect(pages.filter((page) => page.includes('Judul') && !page.includes('isi'))).toEqual([]);
    }
  });

  it('draws a letter in the plain frame that an installation begins with', async () => {
    const bare = (words = '') => words.replaceAll(/\s/g, '');
    const drawn = pdfText(await renderer.pdf({ html: read('surat-permintaan-produsen'), layout: PLAIN_LAYOUT, context: { ...common, ...SAMPLES['surat-permintaan-produsen'] }, meta }));
    for (const part of [LETTERHEAD.office.toUpperCase(), common.nomor, common.perihal, SIGNERS[0]?.name]) expect(bare(drawn)).toContain(bare(part));
  });

  it.each([['surat-permintaan-produsen', 'Definisi'], ['surat-hasil-analisis', 'Kepadatan'], ['laporan-analisis', 'Peringkat']])('repeats number and table header on each page of %s with 60 rows', async (name, header) => {
    const pages = pdfText(await renderer.pdf({ html: read(name), layout: read('layout'), context: { ...common, ...SAMPLES[name] }, meta })).split('\n').map((page) => page.replaceAll(/\s/g, '')).filter(Boolean);
    const withRows = pages.filter((page) => /kecamatan\d+/i.test(page));
    expect(withRows.length).toBeGreaterThan(1);
    expect(withRows.filter((page) => !page.includes(header))).toEqual([]);
    expect(pages.filter((page) => !page.includes(meta.number) || !/Halaman/.test(page))).toEqual([]);
  });

  it.each(Object.keys(SAMPLES).filter((name) => name.startsWith('mail-')))('writes %s', async (name) => {
    const bahasa = languageOf(name);
    const result = await text(read(name), { ...common, ...SAMPLES[name], bahasa });
    expect(result).toMatch(/^Subjek: \S/);
    expect(result).toContain('batasWaktu' in (SAMPLES[name] ?? {}) ? DUE[bahasa] : GREETING[bahasa]);
    expect(result).not.toMatch(/undefined|NaN|\[object|\n{4}/);
  });

  it.each([
    ['1234.5', '1.234,5'],
    ['1234567', '1.234.567'],
    ['9007199254740993.10', '9.007.199.254.740.993,10'],
    ['-0.5', '-0,5'],
    [60, '60'],
    ['n/a', 'n/a'],
    ['', '–'],
    [null, '–'],
  ])('writes the decimal %j as %s', async (x, expected) => expect(await text('{{angka x}}', { x })).toBe(expected));

  it.each([['1234.5', '1,234.5'], ['-1234567.125', '-1,234,567.125'], ['n/a', 'n/a'], [null, '–']])('writes the decimal %j in English as %s', async (x, expected) => expect(await text('{{angka x}}', { x, bahasa: 'en' })).toBe(expected));

  it.each([
    ['60.776', '60,78'],
    ['106.365', '106,37'],
    ['0.999', '1,00'],
    ['-0.001', '0,00'],
    ['7', '7,00'],
  ])('rounds %s to %s', async (x, expected) => expect(await text('{{angka x desimal=2}}', { x })).toBe(expected));

  it('loses nothing of a row that is higher than a page', async () => {
    const inner = `<table>${Array.from({ length: 90 }, (_, index) => `<tr><td>baris${index}x</td></tr>`).join('')}</table>`;
    const words = Array.from({ length: 1_500 }, (_, index) => `kata${index}x`);
    const drawn = pdfText(await pdf(`<table><tr><td>a</td><td>${inner}</td></tr></table><table><tr><td>b</td><td>${words.join(' ')}</td></tr></table>`)).replaceAll(/\s/g, '');
    expect(['baris0x', 'baris45x', 'baris89x', ...words].filter((word) => !drawn.includes(word))).toEqual([]);
  });

  it('writes days as they are and instants in the zone of the office', async () => {
    expect(await text('{{tanggal x hari=true}}', { x: '2026-08-17' })).toBe('Senin, 17 Agustus 2026');
    expect(await text('{{tanggal x jam=true}}', { x: '2026-08-16T17:30:00.000Z', zona: 'Asia/Jakarta' })).toBe('17 Agustus 2026 pukul 00.30 WIB');
    expect(await text('{{tanggal x}}', {})).toBe('–');
  });

  it('reaches no prototype, and takes text only', async () => {
    expect(await text('{{x.constructor.name}}{{x.__proto__.toString}}{{lookup x "constructor"}}', { x: { a: 1 } })).toBe('');
    await expect(text('{{#with "s" as |string|}}{{string.sub.apply 0 0}}{{/with}}')).rejects.toThrow('unknown helper');
    await expect(text('{{constructor.constructor "return process" }}')).rejects.toThrow(RenderError);
    await expect(text({ type: 'Program', body: [] } as unknown as string)).rejects.toThrow('A template must be text');
  });

  it('escapes what data hold', async () => {
    expect(pagesOf(await pdf('<p>{{x}}</p>', { x: '</p><script>1</script><img src="http://127.0.0.1:1/a.png">' }))).toBe(1);
  });

  it('loads no picture from the network or the disk', async () => {
    expect(pagesOf(await pdf('<p>a</p><img src="http://169.254.169.254/"><img src="/etc/passwd"><svg><image href="file:///etc/passwd"/></svg><p data-pdfmake=\'{"image":"/etc/hostname"}\'>b</p>'))).toBe(1);
  });

  it('draws shapes and words of a drawing, and none that asks for anything else', async () => {
    const address = (inner: string, more = '') => `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="200" viewBox="0 0 640 200"${more}>${inner}</svg>`).toString('base64')}`;
    const draw = async (source: string) => pdfText(await pdf('<p>surat</p><img src="{{source}}" width="300">', { source }));
    expect(await draw(address('<rect width="9" height="9" fill="#0054a6" onclick="x()" style="fill:url(http://127.0.0.1/)"/><text x="9" y="20">Kota\u00A0Jambi</text>'))).toContain('Kota');
    const asking = ['<image href="http://169.254.169.254/"/>', '<script>1</script>', '<foreignObject><p>Kota</p></foreignObject>', '<use href="/etc/passwd#a"/>', '<style>@import "http://127.0.0.1/"</style>'];
    for (const part of asking) expect([part, (await draw(address(`<text x="9" y="20">Kota</text>${part}`))).includes('Kota')]).toEqual([part, false]);
    expect(await draw('data:image/svg+xml;base64,PGh0bWw+')).toContain('surat');
  });

  it('ends a template that does not end, and goes on with the next', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => index);
    renderer.deadline = 700;
    const endless = '{{#each r}}{{#each ../r}}{{#each ../r}}{{this}}{{/each}}{{/each}}{{/each}}';
    await expect(text(endless, { r: rows })).rejects.toThrow(RenderError);
    renderer.deadline = 30_000;
    expect(await text('{{x}}', { x: 'still here' })).toBe('still here');
  });

  it('keeps nothing of the letters that it has drawn', async () => {
    const entry = pathToFileURL(join(packageRoot(), 'src/platform/notifications/rendering/render.worker.mjs'));
    const small = new ThreadPool<object, Uint8Array>({ entry, size: 1, memoryMb: 128, env: {} });
    // Much to be taken out, little to be drawn: each letter's page had held about ten megabytes for ever.
    const html = `<p>surat</p><form>${'<b>isian</b>'.repeat(4_000)}</form>`;
    for (let letter = 0; letter < 25; letter += 1) {
      const drawn = await small.run({ kind: 'pdf', html, layout: '{{> isi}}', context: {}, meta }, 30_000);
      expect(drawn.length).toBeGreaterThan(1_000);
    }
    await small.close();
  });
});
