import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { Global, Module, type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { Test } from '@nestjs/testing';
import { catalogueWith, entryOf } from '../../../test/support/catalogue.js';
import { diagram, EXPRESSION_PLACES } from '../../../test/security/diagram-attacks.js';
import { Asker, AuditLog, HandlerCatalogue, HandlerRegistry, Mailer, Settings, Transactions, type Offices } from '../../sdk/index.js';
import { EngineClient } from '../../sdk/engine/index.js';
import { LetterPreview, type LetterInput } from '../notifications/index.js';
import { Choices, CodeLists, FormPolicy, FormValidator } from '../forms/index.js';
import { AccessRegistry, UsersRepository } from '../identity/index.js';
import { AppConfig, KernelModule, ProblemFilter, requestContextMiddleware, validationPipe } from '../kernel/index.js';
import { entities, LetterCases, LetterProblem, migrations, PastCases, ReleasesModule, RoleCatalogue, PageNeeds, RoleTitles, RunningReleases, StepProperties } from './index.js';
import { DeploymentPort, MustPass } from './ports.js';
import { Publishing } from './publishing.service.js';
import { DraftEntity } from './draft.entity.js';
import { Seeding } from './seeding.service.js';
import { Deployer } from './deployer.service.js';

const OUTPUT = { output: { type: 'object', properties: { batas: { type: 'string' } }, required: ['batas'] } };
const FORM = { key: 'uji', title: { id: 'Uji', en: 'Test' }, display: 'form', components: [{ key: 'hasil', type: 'textfield', label: 'Hasil', processVariable: true }] };

let asking = { id: 'u1', name: 'Admin' };
let fourEyes = false;

/** One case, which has come to the step `kirim`; `lama` has not. */
const cases = {
  recent: (procedures: readonly string[], q: string) => Promise.resolve([{ id: CASE, title: `${procedures.join()} ${q}`, startedAt: '2026-11-23T05:00:00.000Z' }]),
  at: (id: string, elementIds: readonly string[]) => (id === CASE ? Promise.resolve({ title: elementIds.join(), answers: { uji: { hasil: 'nyata' } } }) : Promise.reject(LetterProblem.caseGone())),
};
const CASE = '01900000-0000-7000-8000-000000000001';
let drawn: { readonly key: string; readonly html: string; readonly layout: string; readonly input: LetterInput } | null = null;
let values: () => Promise<unknown> = () => Promise.resolve(null);
const registry = { letterValues: (letter: string) => (letter === 'mail-kerja' ? () => values() : undefined) };
const LETTERS = [{ letter: 'mail-kerja', topics: ['uji.kerja'], example: { nomor: '7', daftar: [{ nama: 'contoh' }] }, names: { nomor: { id: 'Nomor', en: 'Number' } }, source: 'Spec.values' }];

/** Finds whatever is asked for. */
const choices = { permitted: () => Promise.resolve({}), in: ({ key }: { key: string }, { text }: { text: string }) => Promise.resolve({ items: [{ value: key, label: text, detail: null }], more: false }) } as unknown as Choices;
const UNITS = { scheme: 'satuan', title: { id: 'Satuan', en: 'Units' }, levels: [{ key: 'berat', title: { id: 'Berat', en: 'Weight' } }], codes: () => [] };

@Global()
@Module({
  providers: [
    FormPolicy,
    { provide: Asker, useValue: { current: () => asking, required: () => asking } },
    { provide: UsersRepository, useValue: { principal: () => Promise.resolve(null), all: () => Promise.resolve([]) } },
    { provide: Settings, useValue: { get: (key: string, fallback: unknown) => Promise.resolve(key === 'procedures.fourEyes' ? fourEyes : fallback) } },
    { provide: AuditLog, useValue: { write: () => Promise.resolve() } },
    { provide: EngineClient, useValue: {} },
    { provide: FormValidator, useFactory: () => new FormValidator({ known: () => Promise.resolve([]) }, { all: () => Promise.resolve([]) } as unknown as Offices, choices) },
    { provide: Choices, useValue: choices },
    { provide: CodeLists, useValue: new CodeLists([{ name: 'uji', codeLists: [UNITS] }]) },
    { provide: AccessRegistry, useValue: new AccessRegistry([{ name: 'uji', roles: { kasi: { title: { id: 'Kepala Seksi', en: 'Head of section' } } } }]) },
    { provide: LetterPreview, useValue: { draw: (key: string, html: string, layout: string, input: LetterInput) => Promise.resolve((drawn = { key, html, layout, input })).then(() => ({ subject: key, text: html, from: 'a@b.example', pdf: null, pages: [], total: 0 })) } },
    { provide: HandlerCatalogue, useValue: new HandlerCatalogue(catalogueWith({ 'uji.kerja': ['batas'] }).handlers, LETTERS) },
    { provide: Mailer, useValue: { send: () => Promise.resolve() } },
    { provide: MustPass, useValue: { judge: () => Promise.resolve() } },
    { provide: PastCases, useValue: { page: () => Promise.resolve({ total: 0, until: null, cases: [] }) } },
    { provide: HandlerRegistry, useValue: registry },
    { provide: LetterCases, useValue: cases },
    { provide: RunningReleases, useValue: { ids: () => Promise.resolve([]) } },
    { provide: StepProperties, useValue: new StepProperties([{ name: 'uji', stepProperties: { fase: { title: { id: 'Fase', en: 'Phase' }, values: { a: { id: 'Awal', en: 'Beginning' } } } } }]) },
    { provide: PageNeeds, useValue: { all: [] } },
    { provide: RoleTitles, useValue: { all: () => Promise.resolve(new Map([['kasi', { id: 'Kepala Seksi', en: 'Head of section' }]])) } },
    { provide: RoleCatalogue, useValue: { keys: () => Promise.resolve(['kasi', 'kabid']) } },
  ],
  exports: [UsersRepository, Choices, CodeLists, FormPolicy, FormValidator, AccessRegistry, Asker, Settings, AuditLog, EngineClient, LetterPreview, HandlerCatalogue, RoleCatalogue, RoleTitles, PageNeeds, StepProperties, RunningReleases, PastCases, HandlerRegistry, LetterCases, MustPass, Mailer],
})
class Neighbours {}

describe('drafts and releases over HTTP', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tertib-releases-'));
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    let count = 0;
    const engine = { find: () => Promise.resolve(null), deploy: () => Promise.resolve({ deploymentId: `d${(count += 1)}`, definitions: [{ id: `uji:${count}`, key: 'uji' }] }) };
    const module = await Test.createTestingModule({ imports: [KernelModule.forRoot({ provide: AppConfig, useValue: new AppConfig({ TERTIB_DATA: dataDir }) }, { entities, migrations }), Neighbours, ReleasesModule] })
      .overrideProvider(DeploymentPort)
      .useValue(engine)
      .overrideProvider(Seeding)
      .useValue({})
      .compile();
    app = module.createNestApplication({ logger: false });
    app.use(requestContextMiddleware);
    app.useGlobalFilters(new ProblemFilter());
    app.useGlobalPipes(validationPipe());
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/api`;
    await app.get(Publishing).seed([
      { path: 'bpmn/uji.bpmn', kind: 'diagram', key: 'uji', content: diagram() },
      { path: 'forms/uji.json', kind: 'form', key: 'uji', content: JSON.stringify(FORM) },
    ]);
    await app.get(Deployer).deployPending();
  });

  afterAll(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(url + path, { method, headers: { 'content-type': 'application/json', ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

  it('edits under If-Match, checks, publishes', async () => {
    const loaded = await send('GET', '/drafts/forms/uji');
    const etag = loaded.headers.get('etag') ?? '';
    expect(await loaded.json()).toMatchObject({ kind: 'form', key: 'uji', changed: false, etag });
    const content = JSON.stringify({ ...FORM, components: [...FORM.components, { key: 'catatan', type: 'textarea', label: 'Catatan' }] });
    expect((await send('PUT', '/drafts/forms/uji', { content })).status).toBe(428);
    const saved = await send('PUT', '/drafts/forms/uji', { content }, { 'if-match': etag });
    expect(saved.status).toBe(200);
    const rival = await send('PUT', '/drafts/forms/uji', { content: JSON.stringify(FORM) }, { 'if-match': etag });
    expect(rival.status).toBe(412);
    expect(await rival.json()).toMatchObject({ code: 'changed-meanwhile', current: { content, etag: saved.headers.get('etag') } });
    expect(await (await send('POST', '/drafts/check')).json()).toEqual({ findings: [], ok: true });
    const published = await send('POST', '/drafts/publish', { note: 'Tambah catatan' });
    expect(published.status).toBe(201);
    expect(await published.json()).toMatchObject({ version: 2, state: 'live', note: 'Tambah catatan' });
    const [newest] = (await (await send('GET', '/releases')).json()) as { id: string; version: number }[];
    expect(newest?.version).toBe(2);
    expect(await (await send('GET', `/releases/${newest?.id}/forms/uji`)).json()).toEqual({ key: 'uji', content });
    expect((await send('GET', '/releases/none/forms/uji')).status).toBe(404);
  });

  it('says what steps can be marked with', async () => {
    expect(await (await send('GET', '/step-properties')).json()).toEqual([{ name: 'fase', title: { id: 'Fase', en: 'Phase' }, values: [{ value: 'a', name: { id: 'Awal', en: 'Beginning' } }] }]);
  });

  it('shows a mail where no letter has a frame, and a letter not', async () => {
    const preview = (key: string) => send('POST', `/drafts/letters/${key}/preview`, { content: 'Subjek: Halo' });
    expect(await (await preview('mail-halo')).json()).toMatchObject({ subject: 'mail-halo' });
    expect((await preview('surat')).status).toBe(404);
  });

  const kerja = (content: string, caseId?: string) => send('POST', '/drafts/letters/mail-kerja/preview', { content, ...(caseId && { caseId }) });

  it('lists what a text may name: given by its step, filled in before it, and of the office', async () => {
    const { steps, closed, groups } = (await (await send('GET', '/drafts/letters/mail-kerja/fields')).json()) as { steps: object[]; closed: boolean; groups: { from: string; list: string | null; fields: object[] }[] };
    expect({ steps, closed }).toEqual({ steps: [{ procedure: 'uji', elementId: 'otomatis', name: 'otomatis' }], closed: true });
    expect(groups.map(({ from, list, fields }) => [from, list, fields[0]])).toEqual([
      ['step', null, { path: 'nomor', label: { id: 'Nomor', en: 'Number' }, type: 'number', example: '7' }],
      ['step', 'daftar', { path: 'nama', label: { id: 'nama', en: 'nama' }, type: 'text', example: 'contoh' }],
      ['form', null, { path: 'isian.uji.hasil', label: { id: 'Hasil', en: 'Hasil' }, type: 'text', example: 'Contoh hasil' }],
      ['office', null, expect.objectContaining({ path: 'kop.government' })],
    ]);
    expect(await (await send('GET', '/drafts/letters/mail-lain/fields')).json()).toMatchObject({ steps: [], closed: false });
    expect((await send('GET', '/drafts/letters/LAIN/fields')).status).toBe(404);
  });

  it('draws a text with made-up values, or with those of a case, and keeps nothing that this writes', async () => {
    expect(await (await kerja('Subjek: {{nomor}}')).json()).toMatchObject({ subject: 'mail-kerja', caseTitle: null, to: null });
    expect(drawn?.input).toMatchObject({ data: { nomor: '7' }, answers: { uji: { hasil: 'Contoh hasil' } } });
    const db = app.get(Transactions);
    const drafts = () => db.read.count(DraftEntity);
    const before = await drafts();
    values = async () => {
      await db.tx((own) => own.insert(DraftEntity, { path: 'letters/mail-x.hbs', kind: 'letter', key: 'mail-x', content: 'x', version: 1, updatedAt: new Date(), updatedByName: null } as never));
      return { values: { nomor: String(await drafts()) }, to: ['a@b.example'] };
    };
    expect(await (await kerja('Subjek: {{nomor}}', CASE)).json()).toMatchObject({ caseTitle: 'otomatis', to: ['a@b.example'] });
    expect(drawn?.input).toMatchObject({ data: { nomor: String(before + 1) }, answers: { uji: { hasil: 'nyata' } } });
    expect(await drafts()).toBe(before);
    expect(await (await send('GET', '/drafts/letters/mail-kerja/cases?q=apa')).json()).toEqual([{ id: CASE, title: 'uji apa', startedAt: '2026-11-23T05:00:00.000Z' }]);
    expect(await (await send('GET', '/drafts/letters/mail-lain/cases')).json()).toEqual([]);
  });

  it('says why a text cannot be shown with a case', async () => {
    const said = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
    values = () => Promise.resolve(null);
    expect(await said(await kerja('Subjek: x', CASE))).toEqual([422, 'letter-nothing-yet']);
    values = () => Promise.reject(new Error('tidak ada'));
    expect(await said(await kerja('Subjek: x', CASE))).toEqual([422, 'letter-values-failed']);
    expect(await said(await kerja('Subjek: x', CASE.replace(/1$/, '2')))).toEqual([404, 'letter-case-gone']);
    expect(await said(await kerja('Subjek: {{#if a}}'))).toEqual([422, 'release-refused']);
    expect(await said(await send('POST', '/drafts/letters/layout/preview', { content: '{{> isi}}' }))).toEqual([422, 'letter-frame-alone']);
    expect((await kerja('Subjek: x', 'bukan')).status).toBe(400);
  });

  it('marks a name that nothing fills, and offers what is meant', async () => {
    const answer = await send('POST', '/drafts/letters/mail-kerja/check', { content: 'Subjek: x\n\n{{#each daftar}}{{nomor}}{{/each}}\n{{isian.uji.hasl}} {{entah}}' });
    const { findings, ok } = (await answer.json()) as { ok: boolean; findings: { code: string; elementId: string; repair: { edit: string; value: string } | null }[] };
    expect(ok).toBe(true);
    expect(findings.map(({ code, elementId, repair }) => [code, elementId, repair?.edit, repair?.value])).toEqual([
      ['letter-field-unknown', '3', 'reword', 'nomor\n../nomor'], ['letter-field-unknown', '4', 'reword', 'isian.uji.hasl\nisian.uji.hasil'], ['letter-field-unknown', '4', 'cut', '{{entah}}'],
    ]);
  });

  it('reads a plain Form.io form, tells what it refused, and stores nothing', async () => {
    const content = JSON.stringify({ display: 'form', components: [{ key: 'nama', type: 'textfield', label: 'Nama', calculateValue: 'value = 1' }, { key: 'ttd', type: 'signature', label: 'Tanda tangan' }] });
    const answer = await send('POST', '/drafts/forms/import', { content });
    expect([answer.status, await answer.json()]).toMatchObject([200, { taken: 1, components: [{ key: 'nama' }], refused: [{ key: 'ttd', label: 'Tanda tangan' }], changed: [{ key: 'nama' }] }]);
    const unreadable = await send('POST', '/drafts/forms/import', { content: 'x' });
    expect([unreadable.status, await unreadable.json()]).toMatchObject([422, { code: 'import-unreadable' }]);
    expect(((await (await send('GET', '/drafts')).json()) as { changed: boolean }[]).filter(({ changed }) => changed)).toEqual([]);
  });

  it('tries a form that is being made, as a task would check it', async () => {
    const content = JSON.stringify({ ...FORM, components: [{ ...FORM.components[0], validate: { required: true } }] });
    const tried = async (body: object) => (await send('POST', '/drafts/forms/uji/trial', body)).json();
    expect(await tried({ content, data: {} })).toMatchObject({ errors: [{ path: 'hasil', message: { en: '“Hasil” is required.' } }], variables: null });
    expect(await tried({ content, data: { hasil: 'ya' } })).toEqual({ errors: [], variables: { hasil: 'ya' } });
    const file = { id: '0192aaaa-0000-7000-8000-000000000001', name: 'a.pdf', size: 10, type: 'application/pdf', sha256: '0' };
    const withFile = { content: JSON.stringify({ ...FORM, components: [{ key: 'b', type: 'berkas', label: 'B', filePattern: '.jpg', fileMaxSize: '1MB' }] }), data: { b: [file] } };
    expect(await tried(withFile)).toMatchObject({ errors: [{ message: { en: expect.stringMatching(/differs from its record/) as string } }] });
    expect(await tried({ ...withFile, files: [file] })).toMatchObject({ errors: [{ message: { en: expect.stringMatching(/type of file/) as string } }] });
    const refused = await send('POST', '/drafts/forms/uji/trial', { content: JSON.stringify({ ...FORM, components: [{ key: 'x', type: 'script' }] }), data: {} });
    expect([refused.status, await refused.json()]).toMatchObject([422, { code: 'release-refused', findings: [{ code: 'component-type' }] }]);
    expect((await send('POST', '/drafts/forms/UJI/trial', { content, data: {} })).status).toBe(404);
  });

  it('says which lists a field can be bound to, and what may be chosen in it', async () => {
    expect(await (await send('GET', '/drafts/forms/lists/codes')).json()).toEqual([{ scheme: 'satuan', title: { id: 'Satuan', en: 'Units' }, levels: [{ key: 'berat', title: { id: 'Berat', en: 'Weight' } }] }]);
    expect(await (await send('POST', '/drafts/forms/choices', { component: { key: 'kode', type: 'pilihKode', scheme: 'satuan' }, text: 'kilo' })).json()).toEqual({ items: [{ value: 'kode', label: 'kilo', detail: null }], more: false });
    expect((await send('POST', '/drafts/forms/choices', { component: { key: 'kode' } })).status).toBe(400);
  });

  it('says who meets a form', async () => {
    expect(await (await send('GET', '/drafts/forms/uji/uses')).json()).toEqual([expect.objectContaining({ role: 'kasi', roleTitle: { id: 'Kepala Seksi', en: 'Head of section' }, choosesOffices: true })]);
    expect(await (await send('GET', '/drafts/forms/lain/uses')).json()).toEqual([]);
  });

  it('checks what is in an editor and not saved, among the other drafts', async () => {
    const edited = { ...FORM, components: [{ ...FORM.components[0], key: 'lain', label: 'Lain' }] };
    const answer = await send('POST', '/drafts/forms/uji/check', { content: JSON.stringify(edited) });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ ok: false, findings: [{ code: 'condition-field-removed', path: 'bpmn/uji.bpmn', elementId: 'd', name: 'gerbang → panggil', repair: null }] });
    expect(await (await send('POST', '/drafts/check')).json()).toEqual({ findings: [], ok: true });
    const timed = diagram().replace('${batas}', '2 jam');
    expect(await (await send('POST', '/drafts/diagrams/uji/check', { content: timed })).json()).toMatchObject({ ok: false, findings: [{ code: 'timer-unreadable', elementId: 'tunggu', repair: { edit: 'time', elementId: 'tunggu', value: 'PT2H' } }] });
    expect((await send('POST', '/drafts/forms/UJI/check', { content: '{}' })).status).toBe(404);
  });

  it('publishes and takes in nothing with an error, and answers the findings of the check', async () => {
    const { headers } = await send('GET', '/drafts/forms/uji');
    const content = JSON.stringify({ ...FORM, components: [{ ...FORM.components[0], key: 'lain', label: 'Lain' }] });
    const { findings } = (await (await send('POST', '/drafts/forms/uji/check', { content })).json()) as { findings: object[] };
    expect(findings).toHaveLength(1);
    const imported = await send('PUT', '/drafts/bundle', { resources: [{ path: 'forms/uji.json', content }], publishable: true });
    expect([imported.status, await imported.json()]).toMatchObject([422, { code: 'release-refused', findings }]);
    const saved = await send('PUT', '/drafts/forms/uji', { content }, { 'if-match': headers.get('etag') ?? '' });
    expect(await (await send('POST', '/drafts/check')).json()).toMatchObject({ ok: false, findings });
    const refused = await send('POST', '/drafts/publish', { note: 'x' });
    expect([refused.status, await refused.json()]).toMatchObject([422, { code: 'release-refused', findings }]);
    expect((await send('DELETE', '/drafts/forms/uji', undefined, { 'if-match': saved.headers.get('etag') ?? '' })).status).toBe(204);
  });

  it('plans to publish, and withdraws it', async () => {
    const { headers } = await send('GET', '/drafts/forms/uji');
    const saved = await send('PUT', '/drafts/forms/uji', { content: JSON.stringify({ ...FORM, title: { id: 'Lain', en: 'Other' } }) }, { 'if-match': headers.get('etag') ?? '' });
    const at = '2099-01-01T06:00:00+07:00';
    expect([400, 400, 422]).toEqual(await Promise.all([{ note: 'x' }, { note: ' ', at }, { note: 'x', at: '2020-01-01T00:00:00Z' }].map(async (body) => (await send('PUT', '/drafts/planned', body)).status)));
    expect(await (await send('PUT', '/drafts/planned', { note: 'Tahun depan', at })).json()).toMatchObject({ planned: { state: 'waiting', note: 'Tahun depan', at: '2098-12-31T23:00:00.000Z', plannedByName: 'Admin', outdated: false, reason: null } });
    expect((await send('DELETE', '/drafts/planned')).status).toBe(204);
    expect(await (await send('GET', '/drafts/planned')).json()).toEqual({ planned: null });
    expect((await send('DELETE', '/drafts/forms/uji', undefined, { 'if-match': saved.headers.get('etag') ?? '' })).status).toBe(204);
    expect(await (await send('GET', '/drafts/variables')).json()).toEqual(expect.arrayContaining([{ form: 'uji', title: { id: 'Uji', en: 'Test' }, name: 'hasil', label: { id: 'Hasil', en: 'Hasil' }, kind: 'text', choices: [] }]));
  });

  it('compares versions, drafts and what nobody has saved yet, in words', async () => {
    const told = async (answer: Response) => ((await answer.json()) as { files: { path: string; changes: { words: { id: string } }[] }[] }).files.map(({ path, changes }) => [path, ...changes.map(({ words }) => words.id)]);
    expect(await told(await send('GET', '/releases/1/comparison?to=2'))).toEqual([['forms/uji.json', 'Isian baru “Catatan” (teks panjang)']]);
    expect(await told(await send('GET', '/releases/2/comparison?to=1'))).toEqual([['forms/uji.json', 'Isian “Catatan” dihapus']]);
    const live = await send('GET', '/releases/live/comparison');
    expect(await live.json()).toEqual({ before: { version: 2 }, after: { version: null }, files: [] });
    const { headers } = await send('GET', '/drafts/diagrams/uji');
    const content = diagram({ attributes: { tugas: 'name="Tugas" camunda:candidateGroups="kabid"' } });
    await send('PUT', '/drafts/diagrams/uji', { content }, { 'if-match': headers.get('etag') ?? '' });
    expect(await told(await send('GET', '/releases/newest/comparison?to=drafts'))).toEqual([['bpmn/uji.bpmn', 'Peran yang mengerjakan tugas orang “Tugas”: Kepala Seksi → kabid']]);
    expect(await told(await send('POST', '/drafts/diagrams/uji/comparison', { content: diagram() }))).toEqual([['bpmn/uji.bpmn', 'Peran yang mengerjakan tugas orang “Tugas”: kabid → Kepala Seksi']]);
    const saved = await send('GET', '/drafts/diagrams/uji');
    expect((await send('DELETE', '/drafts/diagrams/uji', undefined, { 'if-match': saved.headers.get('etag') ?? '' })).status).toBe(204);
  });

  it('compares nothing that is not there', async () => {
    for (const path of ['/releases/9/comparison', '/releases/none/comparison', '/releases/1/comparison?to=9']) expect((await send('GET', path)).status).toBe(404);
    expect((await send('GET', '/releases/1/comparison?since=2')).status).toBe(400);
    expect((await send('POST', '/drafts/forms/tiada/comparison', { content: '{}' })).status).toBe(404);
    expect((await send('POST', '/drafts/scripts/uji/comparison', { content: '{}' })).status).toBe(400);
  });

  it('brings an old version back as a new one, with the reason', async () => {
    expect((await send('POST', '/releases/1/restore', { note: ' ' })).status).toBe(400);
    expect((await send('POST', '/releases/9/restore', { note: 'x' })).status).toBe(404);
    expect(await (await send('POST', '/releases/2/restore', { note: 'Sama' })).json()).toMatchObject({ code: 'nothing-changed' });
    const { headers } = await send('GET', '/drafts/forms/uji');
    const draft = await send('PUT', '/drafts/forms/uji', { content: JSON.stringify({ ...FORM, title: { id: 'Lain', en: 'Other' } }) }, { 'if-match': headers.get('etag') ?? '' });
    expect(await (await send('POST', '/releases/1/restore', { note: 'Salah' })).json()).toMatchObject({ code: 'unpublished-work', paths: ['forms/uji.json'] });
    await send('DELETE', '/drafts/forms/uji', undefined, { 'if-match': draft.headers.get('etag') ?? '' });
    const restored = await send('POST', '/releases/1/restore', { note: 'Catatan tidak dipakai' });
    expect([restored.status, await restored.json()]).toMatchObject([201, { version: 3, state: 'live', note: 'Catatan tidak dipakai', restoredVersion: 1, publishedByName: 'Admin' }]);
    expect(await (await send('GET', '/releases/1/comparison?to=3')).json()).toMatchObject({ files: [] });
    expect(await (await send('GET', '/releases')).json()).toMatchObject([{ restoredVersion: 1 }, { restoredVersion: null }, { restoredVersion: null }]);
    await send('POST', '/releases/2/restore', { note: 'Kembali' });
  });

  it('lets somebody else publish what one has edited, where the office wants it', async () => {
    fourEyes = true;
    const { headers } = await send('GET', '/drafts/forms/uji');
    await send('PUT', '/drafts/forms/uji', { content: JSON.stringify({ ...FORM, title: { id: 'Dua orang', en: 'Two people' } }) }, { 'if-match': headers.get('etag') ?? '' });
    const refused = await send('POST', '/drafts/publish', { note: 'Sendiri' });
    expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'four-eyes', paths: ['forms/uji.json'] }]);
    asking = { id: 'u2', name: 'Admin lain' };
    expect(await (await send('POST', '/drafts/publish', { note: 'Dilihat berdua' })).json()).toMatchObject({ state: 'live', publishedByName: 'Admin lain' });
    asking = { id: 'u1', name: 'Admin' };
    fourEyes = false;
  });

  it('refuses each attack, and stores nothing', async () => {
    const { headers } = await send('GET', '/drafts/diagrams/uji');
    for (const place of EXPRESSION_PLACES) {
      const refused = await send('PUT', '/drafts/diagrams/uji', { content: place.xml('${a.b()}') }, { 'if-match': headers.get('etag') ?? '' });
      expect(refused.status).toBe(422);
      const { findings } = (await refused.json()) as { findings: { elementId: string }[] };
      expect(findings.map((finding) => finding.elementId)).toContain(place.elementId);
    }
    expect(((await (await send('GET', '/drafts')).json()) as { changed: boolean }[]).some((draft) => draft.changed)).toBe(false);
  });

  it('knows only its own kinds and names', async () => {
    for (const path of ['/drafts/scripts/uji', '/drafts/forms/..%2F..%2Fx', '/drafts/forms/UJI']) expect((await send('PUT', path, { content: '{}' })).status).toBeGreaterThanOrEqual(400);
    expect((await send('POST', '/drafts/publish', { note: '' })).status).toBe(400);
  });

  it('tells what automatic steps there are, and as element templates in the language asked for', async () => {
    expect(await (await send('GET', '/catalogue')).json()).toEqual([entryOf('uji.kerja', OUTPUT)]);
    const [id, en] = await Promise.all(['', '?language=en'].map(async (query) => (await send('GET', `/catalogue/element-templates${query}`)).json() as Promise<{ id: string; description: string }[]>));
    expect([id?.[0]?.id, id?.[0]?.description, en?.[0]?.description]).toEqual(['uji.kerja', 'Menghasilkan: batas.', 'Gives: batas.']);
    expect((await send('GET', '/catalogue/element-templates?language=xx')).status).toBe(400);
  });

  it('describes itself', () => {
    const document = SwaggerModule.createDocument(app, new DocumentBuilder().setOpenAPIVersion('3.1.0').build());
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/api/drafts', '/api/drafts/{kind}/{key}', '/api/drafts/check', '/api/drafts/publish', '/api/releases', '/api/releases/{id}/{kind}/{key}', '/api/catalogue', '/api/catalogue/element-templates']));
  });

  describe('parts that forms share', () => {
    const street = { key: 'jalan', type: 'textfield', label: 'Jalan' };
    const title = { id: 'Alamat', en: 'Address' };
    const save = (more: object = {}) => send('POST', '/drafts/parts', { key: null, title, components: [street], english: { Jalan: 'Street' }, ...more });
    const list = async () => (await (await send('GET', '/drafts/parts')).json()) as { key: string; version: number; usedBy: unknown[] }[];
    const copy = (version: number) => JSON.stringify({ key: 'lokasi', title: { id: 'Lokasi', en: 'Place' }, display: 'form', components: [{ key: 'tempat', type: 'bagian', legend: 'Alamat', part: { key: 'alamat', version }, components: [street] }], i18n: { en: { Jalan: 'Street' } } });

    it('are kept by version: none is ever changed, and each has its forms', async () => {
      expect(await (await save()).json()).toEqual({ key: 'alamat', version: 1 });
      expect(await (await save()).json()).toMatchObject({ code: 'part-name-taken' });
      expect(await (await save({ title: { id: '123', en: '123' } })).json()).toMatchObject({ code: 'part-name' });
      expect((await save({ key: 'hilang' })).status).toBe(404);
      expect(await (await save({ key: 'alamat', components: [street, { key: 'kota', type: 'textfield', label: 'Kota' }] })).json()).toEqual({ key: 'alamat', version: 2 });
      expect((await send('PUT', '/drafts/forms/lokasi', { content: copy(1) })).status).toBe(200);
      expect(await list()).toMatchObject([{ key: 'alamat', version: 1, title, english: { Jalan: 'Street' }, usedBy: [{ form: 'lokasi', title: { id: 'Lokasi' } }] }, { version: 2, usedBy: [] }]);
      expect(await (await send('GET', '/drafts/parts/alamat/1/changes/2')).json()).toMatchObject([{ change: 'added', place: 'kota', words: { en: 'New field “Kota” (short text)' } }]);
      expect((await send('GET', '/drafts/parts/alamat/1/changes/9')).status).toBe(404);
      expect(await (await send('POST', '/drafts/check')).json()).toMatchObject({ ok: true });
    });

    it('pass the allow-list of forms, and hold no other part', async () => {
      for (const components of [[{ ...street, customDefaultValue: 'evil()' }], [{ key: 'x', type: 'bagian', part: { key: 'alamat', version: 1 }, components: [] }]]) {
        expect(await (await save({ key: 'alamat', components })).json()).toMatchObject({ code: 'release-refused' });
      }
    });

    it('go with exports and imports, and a copy must be what its version says', async () => {
      const { resources } = (await (await send('GET', '/drafts/bundle')).json()) as { resources: { path: string; content: string }[] };
      expect(resources.map(({ path }) => path)).toEqual(expect.arrayContaining(['parts/alamat-1.json', 'parts/alamat-2.json']));
      expect((await send('PUT', '/drafts/forms/lokasi', { content: copy(2) }, { 'if-match': (await send('GET', '/drafts/forms/lokasi')).headers.get('etag') ?? '' })).status).toBe(200);
      expect(await (await send('POST', '/drafts/check')).json()).toMatchObject({ ok: false, findings: [{ code: 'part-differs' }] });
      const mended = resources.filter(({ path }) => path === 'forms/lokasi.json' || path.startsWith('parts/'));
      expect((await send('PUT', '/drafts/bundle', { resources: mended, overwrite: true })).status).toBe(200);
      expect(await (await send('POST', '/drafts/check')).json()).toMatchObject({ ok: true });
    });

    it('can be taken out where no form has a copy, and keep their numbers once they were published', async () => {
      expect(await (await send('DELETE', '/drafts/parts/alamat/1')).json()).toMatchObject({ code: 'part-in-use', detail: expect.stringContaining('Lokasi') as string });
      expect((await send('DELETE', '/drafts/parts/alamat/9')).status).toBe(404);
      expect((await send('POST', '/drafts/publish', { note: 'Bagian' })).status).toBe(201);
      expect((await send('DELETE', '/drafts/parts/alamat/2')).status).toBe(204);
      expect((await list()).map(({ version }) => version)).toEqual([1]);
      expect(await (await save({ key: 'alamat' })).json()).toEqual({ key: 'alamat', version: 3 });
      expect((await send('DELETE', '/drafts/parts/alamat/3')).status).toBe(204);
      expect((await list()).map(({ version }) => version)).toEqual([1]);
    });
  });
});
