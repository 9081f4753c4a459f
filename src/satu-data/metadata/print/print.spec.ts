import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MS_IND, MS_KEG, MS_VAR } from '../../../../test/fixtures/official-sheets.js';
import { Renderer } from '../../../platform/notifications/rendering/renderer.js';
import { pdfText } from '../../../testing/case/pdf-text.js';
import { ACTIVITY_SHEET, INDICATOR_SHEET, VARIABLE_SHEET } from '../../letters/sheet-examples.js';
import { activityValues, SHEET_LETTERS, tableValues } from './sheet-values.js';

const letter = (name: string): string => readFileSync(join(__dirname, '../../../../letters', `${name}.hbs`), 'utf8');
/** Whatever is between words on a page: lines are broken anywhere. */
const dense = (text: string): string => text.replaceAll(/\s+/g, '').toLocaleLowerCase('id-ID');

describe('the forms as PDF', () => {
  const renderer = new Renderer();
  afterAll(() => renderer.onModuleDestroy());
  const kop = { office: 'Dinas Contoh Kepala Surat', government: 'Pemerintah Kabupaten Contoh' };
  const draw = async (kind: keyof typeof SHEET_LETTERS, data: object) => {
    const pdf = await renderer.pdf({ html: letter(SHEET_LETTERS[kind]), layout: letter('layout'), context: { kop, tanggal: '2026-03-01T00:00:00Z', bahasa: 'id', ...data }, meta: { title: 'Formulir', number: '', author: '', date: '2026-03-01T00:00:00Z', language: 'id' } });
    return { pdf, text: pdfText(pdf), dense: dense(pdfText(pdf)), pages: pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0, box: /\/MediaBox \[([^\]]*)\]/.exec(pdf.toString('latin1'))?.[1] };
  };

  it('MS-Keg has every official question with its number, codes and boxes, outside the letterhead', async () => {
    const { dense: page, box } = await draw('activity', ACTIVITY_SHEET);
    const missing = MS_KEG.flatMap(({ head, questions }) => [head, ...questions.flatMap(({ no, ask, codes = [], lines = [], yesNo = [], rows = [], head: titles = [] }) => [`${no && `${no}.`}`, ask, ...codes.map(([code, label]) => (label === 'Lainnya' ? `– ${code}` : `${label}– ${code}`)), ...lines, ...yesNo, ...rows, ...titles])]).filter((words) => !page.includes(dense(words)));
    expect(missing).toEqual([]);
    expect([page.includes('badanpusatstatistik'), page.includes('ms-keg'), page.includes(dense('METADATA STATISTIK KEGIATAN')), page.includes(dense(kop.office))]).toEqual([true, true, true, false]);
    // What was answered: 1 + 8 + 16, one list for both kinds of samples, days as the form has them, "other" in words.
    expect([dense('Registrasi murid (contoh)'), dense('01/07/2026'), dense('Pengisian bersama'), dense('12 orang'), 'keg-0001', dense('Lainnya (sebutkan): Pengisian bersama– 16')].filter((words) => !page.includes(words))).toEqual([]);
    expect(/metodepengumpulandata:.{0,200}25/.test(page)).toBe(true);
    expect(box).toMatch(/595\.28 841\.89/);
  });

  it('MS-Keg stays readable with many variables and long answers: nothing is lost at the end of a page', async () => {
    const content = { judul: 'Panjang', latarBelakang: `Awal ${'kalimat yang panjang '.repeat(230)}tamat.`, variabel: Array.from({ length: 120 }, (_, index) => ({ namaVariabel: `Variabel nomor ${index + 1}`, definisiVariabel: 'Definisi yang cukup panjang untuk dua baris pada tabel ini' })) };
    const { dense: page, pages } = await draw('activity', activityValues({ kind: 'activity', number: 1, version: 1, content }, 'Dinas'));
    expect([page.includes('tamat.'), page.includes('variabelnomor1'), page.includes('variabelnomor120'), page.includes(dense('8.2. Jika pilihan')), pages > 8]).toEqual([true, true, true, true, true]);
  });

  it('MS-Var is the landscape table with its numbered columns', async () => {
    const { dense: page, box } = await draw('variable', VARIABLE_SHEET);
    expect(MS_VAR.filter(([no, title]) => !page.includes(dense(title)) || !page.includes(`(${no})`))).toEqual([]);
    expect([dense('METADATA STATISTIK VARIABEL'), 'ms-var', dense('Registrasi murid (contoh)'), 'keg-0001', dense('Wajib diisi'), dense('Nilai terkecil: 0')].filter((words) => !page.includes(words))).toEqual([]);
    expect([box, page.includes(dense(kop.office))]).toEqual([expect.stringMatching(/841\.89 595\.28/), false]);
  });

  it('MS-Ind is the landscape table with its numbered and grouped columns', async () => {
    const { dense: page, box } = await draw('indicator', INDICATOR_SHEET);
    expect(MS_IND.filter(([no, title, group = '']) => !page.includes(dense(title)) || !page.includes(`(${no})`) || !page.includes(dense(group)))).toEqual([]);
    expect([dense('METADATA STATISTIK INDIKATOR'), 'ms-ind', dense('Rasio murid per guru'), dense('Ya – 1, ke (11)'), dense('Tidak – 2, ke (13)')].filter((words) => !page.includes(words))).toEqual([]);
    expect(box).toMatch(/841\.89 595\.28/);
  });

  it('a table of many rows has its head on every page', async () => {
    const one = { kind: 'variable', number: 1, version: 1 } as const;
    const rows = Array.from({ length: 60 }, (_, index) => ({ ...one, number: index + 1, content: { nama: `Variabel ${index + 1}`, definisi: 'Sebuah definisi yang memakan beberapa baris pada kolomnya yang sempit' } }));
    const { text, pages, dense: page } = await draw('variable', tableValues('variable', rows as never, 'Dinas', null));
    expect([text.split('(12)').length - 1, page.includes('variabel60')]).toEqual([pages, true]);
    expect(pages).toBeGreaterThan(1);
  });
});
