import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module, type INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Asker, AuditLog, FileStore, Letters, MailTexts, Settings, Transactions, type LetterRequest, type Principal } from '../../sdk/index.js';
import { FilesModule, FilesService, entities as fileEntities, migrations as fileMigrations } from '../files/index.js';
import { AppConfig, KernelModule, ProblemFilter, SystemClock, packageRoot, requestContextMiddleware, validationPipe } from '../kernel/index.js';
import { LetterAccess } from './letters/letter-access.js';
import { LetterAnswers, type Answers } from './letters/letter-answers.js';
import { LetterEntity } from './letters/letter.entity.js';
import { LetterPreview } from './letters/letter-preview.js';
import { pdfText } from '../../testing/case/pdf-text.js';
import { LETTERHEAD, SAMPLES, SIGNERS } from '../../../test/support/letter-samples.js';
import { RegisterNumberEntity } from './letters/register.entity.js';
import { PreviewRenderer } from './rendering/renderer.js';
import { LetterTemplates, MailEntity, NotificationsModule, entities, migrations } from './index.js';

const person = (officeId: string, officeKind: Principal['officeKind'], ...roles: string[]): Principal => ({ id: `u-${officeId}`, username: officeId, name: officeId, roles, officeId, officeKind, language: 'id' });
const admin = person('diskominfo', 'walidata', 'admin');
const kasi = person('diskominfo', 'walidata', 'kasi');
const producer = person('disdik', 'produsen', 'operator');
const other = person('dinkes', 'produsen', 'operator');
const bps = person('bps', 'bps', 'bps');

let asking: Principal;
let broken = false;
let template: string | null = null;
let answered: Answers = {};
const settings: Record<string, unknown> = { letterhead: LETTERHEAD, signers: SIGNERS };
const read = (name: string) => readFileSync(join(packageRoot(), 'letters', `${name}.hbs`), 'utf8');

@Global()
@Module({
  providers: [
    { provide: Asker, useValue: { current: () => asking, required: () => asking } },
    { provide: AuditLog, useValue: { write: async () => undefined } },
    { provide: Settings, useValue: { get: async (key: string, fallback: unknown) => settings[key] ?? fallback } },
    { provide: LetterTemplates, useValue: { template: async (_caseId: string, name: string) => ({ html: template ?? (broken ? '{{#if}}' : read(name)), layout: read('layout') }), has: async (_caseId: string, name: string) => existsSync(join(packageRoot(), 'letters', `${name}.hbs`)), published: async (name: string) => ({ html: read(name), layout: read('layout') }) } },
    { provide: LetterAnswers, useValue: { of: async () => answered } },
  ],
  exports: [Asker, AuditLog, Settings, LetterTemplates, LetterAnswers],
})
class Around {}

const request = (key: string, more: Partial<LetterRequest> = {}): LetterRequest => ({
  key,
  caseId: 'c1',
  template: 'surat-hasil-analisis',
  subject: 'Hasil analisis',
  data: SAMPLES['surat-hasil-analisis'] ?? {},
  ...more,
});

describe('letters and mail over HTTP', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tertib-letters-'));
  let app: INestApplication;
  let api: string;
  let letters: Letters;

  beforeAll(async () => {
    const parts = { entities: [...fileEntities, ...entities], migrations: [...fileMigrations, ...migrations] };
    const module = await Test.createTestingModule({ imports: [KernelModule.forRoot({ provide: AppConfig, useValue: new AppConfig({ TERTIB_DATA: dataDir }) }, parts), Around, FilesModule, NotificationsModule] }).compile();
    app = module.createNestApplication({ logger: false });
    app.use(requestContextMiddleware);
    app.useGlobalFilters(new ProblemFilter());
    app.useGlobalPipes(validationPipe());
    await app.listen(0, '127.0.0.1');
    api = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/api`;
    letters = app.get(Letters);
    app.get(SystemClock).moveTo(new Date('2026-11-23T05:00:00.000Z'));
  });
  beforeEach(() => void (asking = kasi));
  afterAll(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${api}${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }) });
    return { status: response.status, headers: response.headers, body: response.headers.get('content-type')?.includes('json') ? ((await response.json()) as Record<string, unknown>) : {} };
  };

  it('numbers each letter once and draws it once, however often it is asked for', async () => {
    const asked = await Promise.all([request('a'), request('a'), request('b'), request('a')].map((one) => letters.render(one)));
    expect(new Set(asked.map(({ number }) => number))).toEqual(new Set(['1/DISKOMINFO/XI/2026', '2/DISKOMINFO/XI/2026']));
    expect(new Set(asked.map(({ file }) => file.id)).size).toBe(2);
    expect(asked[0]?.file.name).toBe('surat-hasil-analisis-1-DISKOMINFO-XI-2026.pdf');
  });

  it('keeps the number of a letter whose drawing failed', async () => {
    broken = true;
    await expect(letters.render(request('c'))).rejects.toThrow('Parse error');
    broken = false;
    const [later, earlier] = [await letters.render(request('d')), await letters.render(request('c'))];
    expect(parseInt(String(later.number), 10)).toBe(parseInt(String(earlier.number), 10) + 1);
  });

  it('gives no number to what needs none, and each register its own', async () => {
    expect((await letters.render(request('report', { numbered: false }))).number).toBeNull();
    expect(await letters.nextNumber('tanda-terima', 'x')).toBe('1/TANDA-TERIMA/XI/2026');
    expect(await letters.nextNumber('tanda-terima', 'y')).toBe('2/TANDA-TERIMA/XI/2026');
    expect(await letters.nextNumber('tanda-terima', 'x')).toBe('1/TANDA-TERIMA/XI/2026');
    settings['letters.numberFormat'] = '045/{n:3}/{month}';
    expect((await letters.render(request('e'))).number).toMatch(/^045\/\d{3}\/11$/);
  });

  it('draws a document that belongs to no case, and keeps nothing of it', async () => {
    const pdf = await letters.draw({ template: 'lembar-ms-var', subject: 'Metadata', date: new Date('2026-03-01T00:00:00Z'), data: SAMPLES['lembar-ms-var'] ?? {} });
    const text = pdfText(pdf).replaceAll(/\s+/g, ' ');
    expect([pdf.subarray(0, 5).toString(), text.includes('1 Maret 2026'), text.includes('METADATA STATISTIK'), text.includes('VAR-0001')]).toEqual(['%PDF-', true, true, true]);
    expect(await letters.ofCase('')).toEqual([]);
  });

  it('gives a number back when the transaction around it fails', async () => {
    const failing = app.get(Transactions).tx(async () => {
      await letters.nextNumber('uji', 'lost');
      throw new Error('later');
    });
    await expect(failing).rejects.toThrow('later');
    expect(await letters.nextNumber('uji', 'first')).toBe('1/UJI/XI/2026');
  });

  it('shows a producer the letters to its own office only', async () => {
    const mine = await letters.render(request('mine', { officeId: 'disdik', caseId: 'c2' }));
    await letters.render(request('internal', { caseId: 'c2' }));
    asking = producer;
    expect((await call('GET', '/letters?caseId=c2')).body['items']).toEqual([expect.objectContaining({ id: mine.id })]);
    const pdf = await call('GET', `/letters/${mine.id}/pdf`);
    expect({ status: pdf.status, type: pdf.headers.get('content-type') }).toEqual({ status: 200, type: 'application/pdf' });
    expect((await call('PUT', `/letters/${mine.id}/signed`, { fileId: mine.file.id })).status).toBe(404);
    asking = other;
    expect((await call('GET', '/letters?caseId=c2')).body['items']).toEqual([]);
    expect((await call('GET', `/letters/${mine.id}/pdf`)).status).toBe(404);
  });

  it('shows the statistics office what was sent to it, with its files, and keeps what it signed under its own number', async () => {
    const files = app.get(FilesService);
    const [sent, internal] = [await letters.render(request('to-bps', { caseId: 'c20' })), await letters.render(request('draft', { caseId: 'c20' }))];
    asking = bps;
    expect((await call('GET', '/letters?caseId=c20')).body['items']).toEqual([]);
    await letters.markSent(sent.id, 'bps');
    expect((await call('GET', '/letters?caseId=c20')).body['items']).toEqual([expect.objectContaining({ id: sent.id })]);
    expect([(await files.readable(sent.file.id)).id, (await call('GET', `/letters/${internal.id}/pdf`)).status]).toEqual([sent.file.id, 404]);
    await expect(files.readable(internal.file.id)).rejects.toMatchObject({ status: 404 });
    const file = await app.get(FileStore).put({ name: 'rekomendasi.pdf', type: 'application/pdf', content: Buffer.from('%PDF-r') });
    const keep = () => letters.keep({ key: 'rec:1', caseId: 'c20', template: 'surat-rekomendasi', subject: 'Rekomendasi', number: 'B-7/BPS', date: new Date('2026-11-20T00:00:00Z'), officeId: 'bps', file });
    const [kept, again] = [await keep(), await keep()];
    expect([again.id, kept.number, kept.date.toISOString(), kept.signedFile?.sha256]).toEqual([kept.id, 'B-7/BPS', '2026-11-20T00:00:00.000Z', file.sha256]);
    expect((await files.readable(file.id)).id).toBe(file.id);
  });

  it('takes the signed letter and shows it in place of the drawn one', async () => {
    const letter = await letters.render(request('signed', { officeId: 'disdik', caseId: 'c3' }));
    const files = app.get(FileStore);
    const signed = await files.put({ name: 'ttd.pdf', type: 'application/pdf', content: Buffer.from('%PDF-signed') });
    const table = await files.put({ name: 'a.csv', type: 'text/csv', content: Buffer.from('a') });
    expect((await call('PUT', `/letters/${letter.id}/signed`, { fileId: table.id })).status).toBe(422);
    expect((await call('PUT', `/letters/${letter.id}/signed`, { fileId: signed.id })).body).toMatchObject({ signedFile: { id: signed.id } });
    asking = producer;
    expect(await (await fetch(`${api}/letters/${letter.id}/pdf`)).text()).toBe('%PDF-signed');
    expect(await (await fetch(`${api}/letters/${letter.id}/pdf?versi=asli`)).text()).toMatch(/^%PDF-1\.7/);
    await letters.markSent(letter.id);
    const [sent] = await letters.ofCase('c3');
    app.get(SystemClock).moveTo(new Date('2026-11-24T05:00:00.000Z'));
    await letters.markSent(letter.id);
    expect((await letters.ofCase('c3'))[0]?.sentAt).toEqual(sent?.sentAt);
  });

  it('counts and pages letters of some cases by their templates', async () => {
    const drawn = [];
    for (const key of ['p1', 'p2', 'p3']) drawn.push(await letters.render(request(key, { caseId: key === 'p3' ? 'c8' : 'c9' })));
    const scope = { caseIds: ['c8', 'c9'], templates: [String(drawn[0]?.template)] };
    const [name = ''] = scope.templates;
    expect(await Promise.all([letters.counts(scope), letters.counts({ ...scope, caseIds: ['c9'] }), letters.counts({ ...scope, templates: ['lain'] })])).toEqual([{ [name]: 3 }, { [name]: 2 }, {}]);
    const first = await letters.page(scope, null, 2);
    const second = await letters.page(scope, first.at(-1)?.id ?? null, 2);
    expect([...first, ...second].map(({ id }) => id)).toEqual(drawn.map(({ id }) => id));
    // Of those that are drawn again, the newest about one thing; a letter about nothing is no version of another.
    for (const [key, about] of [['v1', 'd1'], ['v2', 'd1'], ['v3', 'd2']] as const) drawn.push(await letters.render(request(key, { caseId: 'c9', about })));
    const newest = { ...scope, newestOf: scope.templates };
    expect([await letters.counts(scope), await letters.counts(newest)]).toEqual([{ [name]: 6 }, { [name]: 5 }]);
    expect((await letters.page(newest, null, 9)).map(({ id }) => id)).toEqual(drawn.filter((_, index) => index !== 3).map(({ id }) => id));
  });

  it('gives a task the letters of its offices about the case and what the task was given, as far as the asker may see them', async () => {
    const draw = (key: string, officeId?: string, about?: string) => letters.render(request(`task-${key}`, { caseId: 'c11', subject: key, ...(officeId && { officeId }), ...(about && { about }) }));
    await draw('nobody');
    await draw('nobody, of it', undefined, 'd1');
    await draw('nobody, of another', undefined, 'd2');
    await draw('bps, of it', 'bps', 'd1');
    await draw('disdik', 'disdik', 'd1');
    const access = app.get(LetterAccess);
    const found = async (offices: (string | null)[], about: string[] | null) => (await access.among('c11', offices, about)).map(({ subject }) => subject);
    expect(await found([null, 'bps'], ['c11', 'd1'])).toEqual(['nobody', 'nobody, of it', 'bps, of it']);
    expect(await found([null], [])).toEqual(['nobody']);
    expect(await found(['bps', 'disdik'], null)).toEqual(['bps, of it', 'disdik']);
    expect(await found([], ['d1'])).toEqual([]);
    asking = producer;
    expect(await found([null, 'bps', 'disdik'], ['c11', 'd1'])).toEqual(['disdik']);
  });

  it('draws a preview with the office of its own, and keeps nothing of it', async () => {
    const preview = app.get(LetterPreview);
    const kept = () => Promise.all([LetterEntity, RegisterNumberEntity, MailEntity].map((entity) => app.get(Transactions).read.count(entity as never)));
    const input = (key: string, answers = {}) => ({ data: SAMPLES[key] ?? {}, answers, subject: 'Hasil' });
    const before = await kept();
    const letter = await preview.draw('surat-hasil-analisis', '<p>{{judul}} – {{kop.office}} {{isian.periode.judul}}</p>', '{{> isi}}', input('surat-hasil-analisis', { periode: { judul: 'Dari formulir' } }));
    expect(Buffer.from(String(letter.pdf), 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    const [page] = letter.pages;
    expect({ total: letter.total, width: page?.width, text: page?.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])).join(' ') }).toMatchObject({ total: 1, width: 595.28, text: expect.stringContaining(`${LETTERHEAD.office} Dari formulir`) });
    expect(await preview.draw('mail-permintaan', 'Subjek: {{periode.tahun}}\n\n{{kop.office}} {{isian.periode.judul}}', '', input('mail-permintaan', { periode: { judul: 'x' } }))).toMatchObject({ subject: '2026', text: `${LETTERHEAD.office} x`, pdf: null, pages: [], from: expect.stringContaining('@') });
    await expect(preview.draw('surat-tugas', '{{lebih a}}', '{{> isi}}', input('surat-tugas'))).rejects.toMatchObject({ code: 'letter-not-drawn' });
    expect(await kept()).toEqual(before);
  });

  it('ends a preview that takes too long, and says so', async () => {
    const renderer = app.get(PreviewRenderer);
    const usual = renderer.deadline;
    renderer.deadline = 300;
    const rows = Array.from({ length: 3_000 }, (_, index) => index);
    await expect(app.get(LetterPreview).draw('mail-x', 'Subjek: x\n{{#each r}}{{#each ../r}}{{#each ../r}}{{this}}{{/each}}{{/each}}{{/each}}', '', { data: { r: rows }, answers: {}, subject: '' })).rejects.toMatchObject({ code: 'letter-too-slow', status: 422 });
    renderer.deadline = usual;
  });

  it('writes what people have filled in where a letter or mail asks for it', async () => {
    answered = { periode: { judul: 'Kuartal satu' } };
    template = 'Subjek: {{isian.periode.judul}}\n\nx';
    expect((await app.get(MailTexts).render('c1', 'mail-x', {})).subject).toBe('Kuartal satu');
    template = null;
  });

  it('writes a mail from its template', async () => {
    const mail = await app.get(MailTexts).render('c1', 'mail-permintaan', SAMPLES['mail-permintaan'] ?? {});
    expect(mail.subject).toBe('Permintaan data statistik sektoral Tahun 2026 (sintetis)');
    expect(mail.text).toMatch(/^Yth\. Kepala Dinas Pendidikan\n/);
  });

  it('writes a mail in the language of its reader, and in Indonesian where the version has it in no other', async () => {
    const english = await app.get(MailTexts).render('c1', 'mail-permintaan', SAMPLES['mail-permintaan'] ?? {}, undefined, 'en');
    expect(english).toMatchObject({ language: 'en', subject: 'Request for sectoral statistical data: Tahun 2026 (sintetis)', text: expect.stringMatching(/Tuesday, 15 December 2026 at 23:59 WIB/) });
    template = 'Subjek: {{tanggal x}}\n\nx';
    expect(await app.get(MailTexts).render('c1', 'mail-x', { x: '2026-12-15' }, undefined, 'en')).toEqual({ language: 'id', subject: '15 Desember 2026', text: 'x' });
    template = null;
  });

  it('opens the outbox to the administrator alone', async () => {
    for (const someone of [kasi, producer]) {
      asking = someone;
      expect((await call('GET', '/mail')).status).toBe(403);
      expect((await call('POST', '/mail/test', { to: 'a@b.example' })).status).toBe(403);
    }
    asking = admin;
    expect((await call('POST', '/mail/test', { to: 'a@b.example\r\nBcc: c@d.example' })).status).toBe(400);
    const { body } = await call('POST', '/mail/test', { to: 'a@b.example' });
    expect(body).toMatchObject({ state: 'kept', to: ['a@b.example'] });
    expect((await call('GET', `/mail/${String(body['id'])}`)).body).toMatchObject({ text: expect.stringContaining('Surel ini dikirim') });
    expect((await call('GET', '/mail?state=kept&limit=1')).body).toMatchObject({ sending: false, items: [{ id: body['id'] }], next: null });
    expect((await call('POST', `/mail/${String(body['id'])}/retry`)).status).toBe(409);
    expect((await call('GET', '/mail/unknown')).status).toBe(404);
    expect((await call('GET', '/mail?limit=1e9')).status).toBe(400);
  });
});
