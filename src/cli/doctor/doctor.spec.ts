import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertSaid, sessionsOf } from '../../../test/docs/sessions.js';
import { packageRoot } from '../../platform/kernel/index.js';
import { doctor, lines } from '../commands/doctor.js';
import { Server } from '../server/server.js';
import { clock } from './clock.js';
import { runningApp } from './running-app.js';
import { data, disk } from './places.js';
import { jdk, node, sqlite } from './programs.js';
import { database, deliveries, engine, health, port } from './services.js';

let folder: string;
const servers: HttpServer[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tertib-doctor-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

/** A server on a port of its own; answers the port. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return String((server.address() as AddressInfo).port);
}
const asJson = (status: number, body: object): RequestListener => (_request, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const fails = () => {
  throw new Error('Could not locate the bindings file.\n Tried:');
};

describe('programs', () => {
  it('are well here', () => expect([node(), jdk(process.env), sqlite({})].map(({ subject, ok }) => [subject, ok])).toEqual([['node', true], ['jdk', true], ['sqlite', true]]));

  it('that are missing come with their cure', () => {
    expect(node('18.0.0')).toEqual({ subject: 'node', ok: false, message: 'Tertib needs Node 20.19 or newer; this is 18.0.0.', cure: expect.stringContaining('https://nodejs.org') });
    expect(jdk({ PATH: folder })).toMatchObject({ ok: false, message: expect.stringContaining('no java at all'), cure: expect.stringContaining('openjdk-17') });
    expect(sqlite({ PATH: folder }, fails)).toMatchObject({ ok: false, message: 'better-sqlite3 cannot be used: Could not locate the bindings file.', cure: expect.stringContaining('missing: python3, make, c++') });
    for (const program of ['python', 'make', 'g++']) writeFileSync(join(folder, program), '');
    expect(sqlite({ PATH: folder }, fails).cure).toMatch(/^npm rebuild better-sqlite3/);
  });

  it('that are not needed are not asked for', () => {
    expect(jdk({ PATH: folder, TERTIB_ENGINE_URL: 'http://engine:8080/engine-rest' })).toMatchObject({ ok: true });
    expect(sqlite({ DATABASE_URL: 'postgres://db/tertib' }, fails)).toMatchObject({ ok: true });
  });
});

describe('the data folder', () => {
  it('is there, or can be made', () => {
    expect(data({ TERTIB_DATA: folder })).toMatchObject({ ok: true, message: `${folder} can be written to.` });
    expect(data({ TERTIB_DATA: join(folder, 'a/b') })).toMatchObject({ ok: true, message: expect.stringContaining('will be made') });
  });

  it('cannot be inside a file', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(data({ TERTIB_DATA: join(folder, 'file/data') })).toMatchObject({ ok: false, message: expect.stringContaining('is a file'), cure: expect.stringContaining('TERTIB_DATA') });
  });

  it('needs room', () => {
    expect(disk({ TERTIB_DATA: folder }, 5 * 1024 ** 3)).toMatchObject({ ok: true });
    expect(disk({ TERTIB_DATA: folder }, 100)).toMatchObject({ ok: false, message: expect.stringContaining('0.0 GiB'), cure: expect.stringContaining('Make room') });
    expect(disk({ TERTIB_DATA: folder }).message).toContain(folder);
  });
});

describe('the clock', () => {
  const now = new Date('2026-11-24T12:00:00Z');
  it('is believed where nothing speaks against it', () => expect(clock(null, now, new Date('2026-11-01')).ok).toBe(true));
  it('is wrong before the program was built', () => expect(clock(null, now, new Date('2026-11-25'))).toMatchObject({ ok: false, cure: expect.stringContaining('set-ntp') }));
  it('must agree with the engine’s', () => {
    expect(clock(new Date('2026-11-24T12:00:02Z'), now, now).ok).toBe(true);
    expect(clock(new Date('2026-11-24T12:01:00Z'), now, now)).toMatchObject({ ok: false, message: expect.stringContaining('do not agree') });
  });
});

describe('services', () => {
  it('are the app’s to tell while it runs', async () => {
    const env = { PORT: await serve(asJson(503, { status: 'unavailable', database: 'unavailable', engine: 'unavailable', since: '2026-11-24T11:00:00Z', waitingCommands: 3, failedMails: 2, failedMessages: 1 })) };
    const app = await health(env);
    expect(app).toMatchObject({ waitingCommands: 3 });
    expect(await port(env, app)).toMatchObject({ ok: true, message: expect.stringContaining('Tertib runs at') });
    expect(database(app!)).toMatchObject({ ok: false, cure: expect.stringContaining('DATABASE_URL') });
    expect((await engine(env, app)).diagnosis).toMatchObject({ ok: false, message: 'The engine does not answer the app; 3 commands wait for it, since 2026-11-24T11:00:00Z.' });
    expect(deliveries(app!)).toMatchObject({ ok: false, message: 'Mails that failed: 2; messages to the gateway: 1.' });
    const sound = { ...app!, database: 'ok', engine: 'ok', failedMails: 0, failedMessages: 0 };
    expect([database(sound), deliveries(sound), (await engine(env, sound)).diagnosis].every(({ ok }) => ok)).toBe(true);
  });

  it('another program on the port is told from Tertib', async () => {
    const env = { PORT: await serve((_request, response) => response.end('hello')) };
    expect(await health(env)).toBeNull();
    expect(await port(env, null)).toMatchObject({ ok: false, message: `Port ${env.PORT} is used by another program.`, cure: expect.stringContaining('choose another port') });
    expect(await port({ PORT: 'x' }, null)).toMatchObject({ ok: false, message: expect.stringContaining('not a port') });
  });

  it('an engine elsewhere answers, refuses, or is away', async () => {
    const credential = { TERTIB_ENGINE_USER: 'a', TERTIB_ENGINE_PASSWORD: 'b' };
    const at = async (listener: RequestListener) => ({ ...credential, TERTIB_ENGINE_URL: `http://127.0.0.1:${await serve(listener)}/engine-rest/` });
    const asked: (string | undefined)[] = [];
    const there = await engine(await at((request, response) => {
      asked.push(request.url);
      asJson(200, [{ name: 'default' }] as object)(request, response);
    }), null);
    expect(there.diagnosis.ok).toBe(true);
    expect(there.time).toBeInstanceOf(Date);
    expect(asked).toEqual(['/engine-rest/engine']);
    expect((await engine(await at(asJson(404, {})), null)).diagnosis).toMatchObject({ ok: false, message: expect.stringContaining('answers 404') });
    const gone = await at(asJson(200, {}));
    await new Promise((resolve) => servers.pop()?.close(resolve));
    expect((await engine(gone, null)).diagnosis).toMatchObject({ ok: false, message: expect.stringMatching(/does not answer: .*ECONNREFUSED/), cure: expect.stringContaining('TERTIB_ENGINE_URL') });
    expect((await engine({ TERTIB_ENGINE_URL: 'http://x' }, null)).diagnosis).toMatchObject({ ok: false, message: expect.stringContaining('TERTIB_ENGINE_USER') });
  });
});

describe('the running app, to who shows a token', () => {
  const finding = { code: 'topic-unknown', path: 'bpmn/uji.bpmn', title: { id: '', en: '' }, elementId: 'hitung', name: '', severity: 'error', message: { id: '', en: 'Nothing does the automatic step “data.hitung”.' } };
  const ask = async (body: object, status = 200) => runningApp(new Server(new URL(`http://127.0.0.1:${await serve(asJson(status, body))}`), 'tertib_x'), '0.1.0');
  const sound = { version: '0.1.0', effects: { count: 0, oldest: [] }, live: { version: 3, findings: [] } };

  it('is well', async () => expect((await ask(sound)).map(({ subject, ok }) => [subject, ok])).toEqual([['versions', true], ['effects', true], ['live', true]]));

  it('has submissions without effect, each with its case', async () => {
    const oldest = [{ caseId: 'c1', kind: 'complete', since: '2026-11-24T11:00:00Z', state: 'refused', error: 'no' }];
    const [, effects] = await ask({ ...sound, effects: { count: 3, oldest } });
    expect(effects).toMatchObject({ ok: false, message: expect.stringContaining('3 accepted submissions'), cure: expect.stringMatching(/case c1: complete since .*, refused by the engine: no\nand 2 more\nNothing is lost/) });
  });

  it('is told as the guide shows it', async () => {
    const oldest = [{ caseId: '01a21f44-e11e-773d-b3e3-175433b9907e', kind: 'complete', since: '2026-11-24T11:00:00Z', state: 'refused', error: 'no' }];
    const [, effects] = await ask({ ...sound, effects: { count: 2, oldest } });
    const [session] = sessionsOf('docs/guides/cli.md', 'src/cli');
    assertSaid(session!, [disk({ TERTIB_DATA: folder }, 100), effects!].flatMap(lines).join('\n'));
  });

  it('has a live version without its handlers, or none', async () => {
    expect((await ask({ ...sound, live: { version: 3, findings: [finding] } }))[2]).toMatchObject({ ok: false, cure: expect.stringMatching(/Nothing does the automatic step.*\n1 error, 0 warnings\nBring the handler back/) });
    expect((await ask({ ...sound, live: { version: null, findings: [] } }))[2]).toMatchObject({ ok: false, message: expect.stringContaining('No version is live') });
  });

  it('is of another version than the command, or refuses it', async () => {
    expect((await ask({ ...sound, version: '0.2.0' }))[0]).toMatchObject({ ok: false, cure: expect.stringContaining('npx tertib@0.2.0') });
    expect(await ask({ code: 'token-scope', detail: 'This token may not do that: it needs “operations”.' }, 403)).toMatchObject([{ subject: 'app', ok: false, message: expect.stringContaining('it needs “operations”') }]);
  });
});

describe('tertib doctor', () => {
  it('tells all it has looked at, and what is wrong with the procedures', async () => {
    const { json, text } = await doctor.run({ root: folder });
    const checks = json['checks'] as { subject: string }[];
    expect(checks.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['node', 'jdk', 'sqlite', 'data', 'disk', 'port', 'engine', 'clock', 'procedures']));
    expect(text).toContain(`✓ procedures: ${folder} holds none.`);
    expect((await doctor.run({ root: packageRoot() })).text).toContain('✓ procedures: Those in');
  });

  it('has something to cure where files do not fit', async () => {
    mkdirSync(join(folder, 'forms'));
    writeFileSync(join(folder, 'forms/uji.json'), '{');
    const { ok, text } = await doctor.run({ root: folder });
    expect(ok).toBe(false);
    expect(text).toMatch(/✗ procedures: .* cannot go live\.\n {4}forms\/uji\.json: error: The form is not valid JSON/);
    expect(text).toMatch(/\d of \d+ have to be cured\.$/);
  });
});
