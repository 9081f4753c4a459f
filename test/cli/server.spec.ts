import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { COMMANDS } from '../../src/cli/commands/index.js';
import { run } from '../../src/cli/run.js';
import { argumentsOf, assertSaid, sessionsOf } from '../docs/sessions.js';
import { period } from '../support/answers.js';
import { startProduct, type Product } from '../support/app.js';
import { freePort } from '../support/free-port.js';
import { Person } from '../support/people.js';

/** The command against a running product, with a token as its administrator makes it. */
describe('the tertib command, at a running server', () => {
  let product: Product;
  let admin: Person;
  let place: string;
  let token: string;

  /** In this process: what a process of its own adds is seen in tertib.spec.ts. Folders are those of the test. */
  const call = async (args: readonly string[], env: Record<string, string>) => {
    Object.assign(process.env, { TERTIB_URL: product.url, TERTIB_TOKEN: '', ...env });
    const said = { out: '', error: '' };
    const placed = args.map((arg, index) => (['--out', '--root'].includes(args[index - 1] ?? '') ? join(place, arg) : arg));
    const code = await run(COMMANDS, placed, { out: (text) => (said.out += `${text}\n`), error: (text) => (said.error += `${text}\n`) });
    return { code, ...said };
  };
  const tertib = (...args: string[]) => call(args, { TERTIB_TOKEN: token });
  const make = async (...scopes: string[]) => (await admin.post<{ token: string }>('/api/tokens', { name: 'CI', scopes, days: 1 })).token;
  const bytes = (folder: string) => Object.fromEntries(['bpmn', 'forms', 'letters'].flatMap((part) => readdirSync(join(place, folder, part)).map((name) => [`${part}/${name}`, readFileSync(join(place, folder, part, name)).toString('base64')])));
  const versions = async () => (await admin.get<object[]>('/api/releases')).length;

  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'tertib-server-'));
    // Loading them takes longer than an idle connection is kept.
    for (const { load } of Object.values(COMMANDS)) await load();
    product = await startProduct({ demo: true });
    admin = await Person.signIn(product.url, product.accounts.find(({ username }) => username === 'admin.demo')!);
    token = await make('releases:read', 'releases:write', 'operations');
    const isLive = async () => (await admin.get<{ state: string }[]>('/api/releases')).some(({ state }) => state === 'live');
    for (const deadline = Date.now() + 60_000; !(await isLive()) && Date.now() < deadline; ) await sleep(100);
  }, 300_000);
  afterAll(async () => {
    delete process.env['TERTIB_URL'];
    for (const name of ['TERTIB_TOKEN', 'TERTIB_DATA', 'PORT']) delete process.env[name];
    await product?.stop();
    rmSync(place, { recursive: true, force: true });
  }, 60_000);

  it('takes a version out, and sees no change in it', async () => {
    expect(await tertib('export', '--out', 'git')).toMatchObject({ code: 0, out: expect.stringMatching(/bpmn\/pengelolaan-data\.bpmn was written\.[\s\S]*Version 1 is in .*git: \d+ files/) });
    expect(await tertib('export', '--out', 'again', '--release', '1')).toMatchObject({ code: 0 });
    expect(bytes('again')).toEqual(bytes('git'));
    expect(await tertib('deploy', '--root', 'git')).toMatchObject({ code: 0, out: 'Nothing has changed; the newest version stays.\n' });
    expect(await tertib('import', '--root', 'git')).toMatchObject({ code: 0, out: 'The drafts are as the live version is.\n' });
  }, 120_000);

  it('takes a folder into the drafts, from which it comes out as Git holds it', async () => {
    appendFileSync(join(place, 'git/letters/surat-tugas.hbs'), '\r\n<p>Tembusan: arsip</p>\r\n');
    expect(await tertib('import', '--root', 'git')).toMatchObject({ code: 0, out: expect.stringContaining('letters/surat-tugas.hbs is a draft.\n1 drafts differ') });
    writeFileSync(join(place, 'again/forms/lama.json'), '{}');
    expect(await tertib('export', '--out', 'again', '--release', 'drafts', '--prune')).toMatchObject({ code: 0, out: expect.stringMatching(/surat-tugas\.hbs was written\.\nforms\/lama\.json was removed\.\nWhat is being edited/) });
    expect(bytes('again')).toEqual(bytes('git'));
  }, 120_000);

  it('publishes nothing that does not fit, and says what', async () => {
    const form = join(place, 'again/forms/penugasan.json');
    writeFileSync(form, readFileSync(form, 'utf8').replace('"key": "penugasan"', '"key": "lain"'));
    const { code, out } = await tertib('deploy', '--root', 'again');
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/forms\/penugasan\.json: error: The form's key must be “penugasan”\. \[form-key\][\s\S]*Nothing was taken/) });
    const json = await tertib('deploy', '--root', 'again', '--json');
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, findings: expect.arrayContaining([expect.objectContaining({ code: 'form-key' })]) });
    expect(await versions()).toBe(1);
  }, 120_000);

  it('publishes nothing that asks for a field which the form no longer has, and takes none of it', async () => {
    cpSync(join(place, 'git'), join(place, 'without'), { recursive: true });
    const form = join(place, 'without/forms/koreksi.json');
    writeFileSync(form, readFileSync(form, 'utf8').replaceAll('"hasilKoreksi"', '"hasil"'));
    const { code, out } = await tertib('deploy', '--root', 'without');
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/bpmn\/pengelolaan-data\.bpmn dari-daftar-sesuai-ke-siapkan-surat-bps \(.*\): error: This condition uses the field “.+” \(hasilKoreksi\), which was removed from the form “.+”\..* \[condition-field-removed\][\s\S]*Nothing was taken/) });
    expect(await versions()).toBe(1);
  }, 120_000);

  it('publishes a folder once', async () => {
    expect(await tertib('deploy', '--root', 'git', '--note', 'Tembusan')).toMatchObject({ code: 0, out: 'letters/surat-tugas.hbs has changed.\nVersion 2 is live: new cases start from it.\n' });
    expect(await tertib('deploy', '--root', 'git')).toMatchObject({ code: 0, out: expect.stringContaining('Nothing has changed') });
    expect(await tertib('export', '--out', 'live')).toMatchObject({ code: 0 });
    expect(bytes('live')).toEqual(bytes('git'));
    expect(await versions()).toBe(2);
  }, 120_000);

  it('makes the list of cases anew, and looks at the server', async () => {
    const kadis = await Person.signIn(product.url, product.accounts.find(({ username }) => username === 'kadis')!);
    const caseId = await kadis.start('pengelolaan-data', period('Disusun ulang'));
    const before = await kadis.waitForTask((task) => task.caseId === caseId, 60_000);
    expect(await tertib('rebuild')).toMatchObject({ code: 0, out: '1 cases were rebuilt from the engine.\n', error: expect.stringContaining('of 1 cases') });
    expect(await kadis.waitForTask((task) => task.caseId === caseId, 60_000)).toEqual(before);
    const { checks } = JSON.parse((await tertib('doctor', '--json', '--root', '.')).out) as { checks: { subject: string; ok: boolean }[] };
    expect(checks.filter(({ subject }) => ['versions', 'effects', 'live'].includes(subject)).map(({ subject, ok }) => [subject, ok])).toEqual([['versions', true], ['effects', true], ['live', true]]);
  }, 120_000);

  it('says what the guide shows', async () => {
    const mail = 'letters/mail-leave-request.hbs';
    const guide = join(place, 'guide');
    const edit = (text: string) => writeFileSync(join(guide, mail), text);
    expect(await tertib('export', '--out', 'guide')).toMatchObject({ code: 0 });
    edit('Subjek: Cuti\n\nDisetujui.\n');
    expect(await tertib('deploy', '--root', 'guide')).toMatchObject({ code: 0 });
    // What each finds as the guide tells it: a folder that is behind the version, then one that is ahead of it.
    const before: Record<string, () => void> = {
      'import --root . --prune': () => rmSync(join(guide, mail)),
      'export --out .': () => {
        rmSync(join(guide, mail));
        writeFileSync(join(guide, 'forms/old.json'), '{}');
      },
      'import --root .': () => {
        rmSync(join(guide, 'forms/old.json'));
        edit('Subjek: Cuti\n\nDitolak.\n');
      },
    };
    const env = { TERTIB_TOKEN: token, TERTIB_DATA: product.dataDir, PORT: new URL(product.url).port };
    const sessions = sessionsOf('docs/guides/cli.md', 'test/cli');
    expect(sessions.length).toBeGreaterThan(4);
    for (const session of sessions) {
      const args = argumentsOf(session);
      before[args.join(' ')]?.();
      const { error, out } = await call(args.map((arg) => (arg === '.' ? 'guide' : arg)), env);
      assertSaid(session, `${error}${out}`);
    }
    const json = JSON.parse((await tertib('deploy', '--root', 'guide', '--prune', '--json')).out) as object;
    expect(json).toMatchObject({ ok: true, removed: [mail], kept: [] });
    expect((await tertib('export', '--out', 'guide', '--prune')).out).not.toContain(mail);
  }, 120_000);

  it('is refused in sentences', async () => {
    const readOnly = join(place, 'token');
    writeFileSync(readOnly, `${await make('releases:read')}\n`);
    expect(await call(['rebuild', '--token-file', readOnly], {})).toMatchObject({ code: 1, error: expect.stringMatching(/^✗ http.* refuses \(403\): This token may not do that: it needs “operations”\.\n$/) });
    expect(await call(['export', '--release', '9', '--token-file', readOnly], {})).toMatchObject({ code: 1, error: expect.stringContaining('refuses (404)') });
    expect(await call(['export'], { TERTIB_TOKEN: 'tertib_wrong' })).toMatchObject({ code: 1, error: expect.stringMatching(/refuses \(401\): This token is unknown.*An administrator makes tokens under Settings/) });
    expect(await call(['export'], {})).toMatchObject({ code: 2, error: expect.stringContaining('A token is needed: TERTIB_TOKEN, or --token-file <file>') });
    expect(await tertib('export', '--url', `http://127.0.0.1:${await freePort()}`)).toMatchObject({ code: 1, error: expect.stringContaining('does not answer: connect ECONNREFUSED') });
    expect(await tertib('export', '--url', 'tertib.example.org')).toMatchObject({ code: 2, error: expect.stringContaining('is not an address') });
    expect(await tertib('export', '--url', `${product.engine.url}/`)).toMatchObject({ code: 1, error: expect.stringMatching(/nothing that Tertib would say|refuses/) });
    expect(await tertib('export', '--release', 'newest')).toMatchObject({ code: 2, error: expect.stringContaining('"newest" is no version') });
  }, 120_000);
});
