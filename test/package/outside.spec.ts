import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertSaid, sessionsOf } from '../docs/sessions.js';
import { installPackage } from '../support/installed-package.js';
import { startTestEngine, type TestEngine } from '../support/engine.js';
import { freePort } from '../support/free-port.js';
import { HttpClient } from '../support/http-client.js';
import { filesOfGuide } from '../support/guide-files.js';
import { isAlive } from '../support/launched.js';

const ROOT = resolve(__dirname, '../..');
const LIMIT = 120_000;

/** A NestJS application that is no part of this repository (test/package/outside) installs the packed library and runs a procedure of its own. */
describe('The package, in an application outside', () => {
  let place: string;
  let example: string;
  const inside = (command: string, ...args: readonly string[]): string => execFileSync(command, args, { cwd: place, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TERTIB_CACHE: join(ROOT, '.cache'), TERTIB_TEST_RUN: String(process.pid) } });
  const tertib = (...args: string[]) => inside('node_modules/.bin/tertib', ...args);

  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'tertib-outside-'));
    cpSync(join(__dirname, 'outside'), place, { recursive: true });
    installPackage(place);
    inside('npm', 'run', 'build');
  }, 600_000);
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('is imported and required, and nothing but its entries is', () => {
    const kind = 'typeof tertib.ExternalTask + typeof tertib.TertibModule.forRoot';
    const imported = `import * as tertib from 'tertib'; import * as testing from 'tertib/testing'; console.log(${kind}, Object.keys(testing).join());`;
    const hidden = `import('tertib/dist/platform/kernel/index.js').catch((error) => console.log(error.code))`;
    expect(inside('node', '--input-type=module', '-e', `${imported}\n${hidden}`).split('\n')).toEqual(['functionfunction Coverage,ProcedureCase,ProcedureTest,Refused,createHandlerTest,createProcedureTest,readCoverage', 'ERR_PACKAGE_PATH_NOT_EXPORTED', '']);
    expect(inside('node', '--input-type=commonjs', '-e', `const tertib = require('tertib'); console.log(${kind})`)).toBe('functionfunction\n');
  });

  it('brings the command: its files pass the check with its handlers, its types are those of its diagram', () => {
    expect(inside('npx', 'tertib', 'check', '--plugin', 'dist/approval/approval.plugin.js')).toContain('0 errors, 0 warnings');
    expect(tertib('typegen', '--out', 'src/procedures.generated.ts', '--check')).toContain('is up to date');
    expect(tertib('catalog', '--plugin', 'dist/approval/approval.plugin.js', '--format', 'markdown')).toContain('order.check');
  });

  it('builds the example that was written from the guides alone: types, check, pages', () => {
    example = join(place, 'informasi-publik');
    cpSync(join(ROOT, 'examples/informasi-publik'), example, { recursive: true, filter: (path) => !/\/(node_modules|dist|data)$/.test(path) });
    inside('npm', 'run', 'build', '--prefix', example);
    expect(tertib('check', '--root', example, '--plugin', `${example}/dist/plugin.js`)).toContain('0 errors, 0 warnings');
    expect(tertib('typegen', '--root', example, '--out', `${example}/src/procedures.generated.ts`, '--check')).toContain('is up to date');
  });

  // One right after the other: so one engine serves both.
  it('tests its handlers and its procedure with tertib/testing and Node\'s own test runner', () => {
    expect(inside('npm', 'test')).toMatch(/pass 4\n.* fail 0\n/);
  });

  it('tests every way of the example\'s procedure', () => {
    const tests = readdirSync(join(example, 'dist')).flatMap((name) => (name.endsWith('.test.js') ? [join(example, 'dist', name)] : []));
    expect(inside('node', '--test', ...tests)).toMatch(/# fail 0\n/);
  });

  it('compiles the plugin of the guide, types its pages, bundles them without a second React, and finds it sound', () => {
    const permits = join(place, 'permits');
    for (const [path, content] of filesOfGuide(readFileSync(join(ROOT, 'docs/guides/plugins.md'), 'utf8'))) {
      mkdirSync(dirname(join(permits, path)), { recursive: true });
      writeFileSync(join(permits, path), content);
    }
    tertib('typegen', '--root', 'permits', '--out', 'permits/src/procedures.generated.ts');
    inside('npm', 'run', 'build', '--prefix', 'permits');
    const bundle = readFileSync(join(permits, 'dist/permits/screens/screens.js'), 'utf8');
    expect([...bundle.matchAll(/^import .* from "(.*)";$/gm)].map(([, from]) => from).toSorted()).toEqual(['@tanstack/react-query', 'react', 'react/jsx-runtime', 'tertib/screens']);
    expect(tertib('check', '--root', 'permits', '--plugin', 'permits/dist/permits/permits.plugin.js')).toContain('0 errors, 0 warnings');
  }, 120_000);

  it.each(['leave-request', 'my-plugin'])('creates %s, whose test and check pass', (name) => {
    // Beneath this application, whose packages it finds.
    tertib('create', name, ...(name === 'my-plugin' ? ['--plugin'] : []));
    expect(JSON.parse(readFileSync(join(place, name, 'package.json'), 'utf8'))).toMatchObject({ [name === 'my-plugin' ? 'devDependencies' : 'dependencies']: { tertib: expect.stringMatching(/^file:\.\.\/tertib-.*\.tgz$/) } });
    expect(inside('npm', 'test', '--prefix', name)).toMatch(/pass 3\n.* fail 0\n/);
    expect(tertib('check', '--root', name, '--plugin', `${name}/dist/plugin.js`)).toContain('0 errors, 0 warnings');
  });

  it('packs what was created as a plugin without the application around it', () => {
    const [{ files }] = JSON.parse(inside('npm', 'pack', './my-plugin', '--dry-run', '--json')) as [{ files: { path: string }[] }];
    const packed = files.map(({ path }) => path);
    expect(packed).toEqual(expect.arrayContaining(['bpmn/my-plugin.bpmn', 'dist/plugin.js', 'dist/plugin.d.ts', 'dist/handlers.js']));
    expect(packed.filter((path) => /test|main|app\.module|src\//.test(path))).toEqual([]);
  });

  describe.each(['an engine that runs already', 'the embedded engine'])('with %s', (which) => {
    let app: RunningApp;
    let engine: TestEngine | undefined;
    beforeAll(async () => {
      engine = which.startsWith('an engine') ? await startTestEngine() : undefined;
      const access: Record<string, string> = engine ? { ENGINE_URL: engine.url, ENGINE_USER: engine.user, ENGINE_PASSWORD: engine.password } : {};
      app = await run(place, { ...access, TERTIB_CACHE: join(ROOT, '.cache'), ORDERS_DATABASE: ':memory:', DATA_DIR: join(place, engine ? 'data-remote' : 'data-embedded') });
    });
    afterAll(async () => {
      // Not there where it did not start.
      await (app as RunningApp | undefined)?.stop();
      await engine?.stop();
    });

    it('runs its own procedure on its own data', async () => {
      await app.order('small', 500);
      await app.order('large', 5_000);
      await app.order('negative', -1);
      expect(await app.settled('small')).toBe('approved');
      expect(await app.settled('large')).toBe('refused');
      expect((await app.get('/orders/negative')).body).toMatchObject({ state: 'open' });
      expect(app.output()).not.toMatch(/WARN|ERROR/);
    });

    if (which.startsWith('an engine')) {
      it('runs what was created, starts it again at a change, and runs a failed task again', async () => {
        const access = { TERTIB_ENGINE_URL: engine!.url, TERTIB_ENGINE_USER: engine!.user, TERTIB_ENGINE_PASSWORD: engine!.password };
        const file = join(place, 'leave-request/src/handlers.ts');
        const source = readFileSync(file, 'utf8');
        const dev = (...args: string[]) => run(join(place, 'leave-request'), access, 'Started', [join(place, 'node_modules/tertib/dist/cli/tertib.js'), 'dev', '--inspect', debuggerPort, ...args]);
        const debuggerPort = String(await freePort());
        let created = await dev();
        const admin = new HttpClient(created.url);
        const oneTime = /one-time password: (\S+)/.exec(created.output())?.[1] ?? '';
        await admin.signIn('admin', oneTime);
        await admin.put('/api/session/password', { current: oneTime, next: 'sandi yang cukup panjang' });
        const start = async (title: string) => {
          let started = { status: 0, body: { caseId: '' } };
          const send = async () => (started = await admin.post<{ caseId: string }>('/api/procedures/leave-request/start', { data: { title, amount: 500, email: 'ani@example.org' } }));
          await until(async () => (await send()).status === 200, created.output);
          return started.body.caseId;
        };
        const stateOf = async (id: string) => (await admin.get(`/api/cases/${id}`)).body;
        const well = await start('Kursi');
        await until(async () => (await stateOf(well))['state'] === 'ended', created.output);
        expect((await admin.get<{ items: { subject: string }[] }>('/api/mail')).body.items.map(({ subject }) => subject)).toEqual(['Kursi: disetujui']);

        const starts = () => created.output().split('Started').length - 1;
        writeFileSync(file, source.replace('retries: [10, 60, 600]', 'retries: []').replace('const approved =', "if (LIMIT > 0) throw new Error('rusak');\n    const approved ="));
        await until(() => starts() === 2, created.output);
        const ill = await start('Meja');
        await until(async () => (await stateOf(ill))['incidents'] === 1, created.output);
        await created.stop();

        writeFileSync(file, readFileSync(file, 'utf8').replace("throw new Error('rusak')", "{ debugger; throw new Error('rusak'); }"));
        const debugging = attachWhenAsked(debuggerPort);
        created = await dev('--replay', ill, '--wait');
        expect(await debugging).toMatch(/break in .*handlers\.js:\d+/);
        await until(() => created.output().includes('It fails: Error: rusak'), created.output);
        const [started, replayed] = sessionsOf('docs/guides/cli.md', 'test/package');
        // The command and the application print side by side: their lines come in either order.
        await until(() => created.output().includes('Leave request: '), created.output);
        for (const text of started!.shown.text.split('\n')) assertSaid({ ...started!, shown: { ...started!.shown, text } }, created.output());
        assertSaid(replayed!, created.output());
        await created.stop();
        created = await dev('--replay', ill);
        writeFileSync(file, source);
        await until(() => created.output().includes('It would complete with {"approved":true}'), created.output);
        await created.stop();
        created = await dev('--replay', ill, '--complete');
        const later = new HttpClient(created.url);
        await later.signIn('admin', 'sandi yang cukup panjang');
        await until(async () => (await later.get(`/api/cases/${ill}`)).body['state'] === 'ended', created.output);
        await created.stop();
      }, 600_000);
    }

    it('keeps its own routes, errors and headers, while those of Tertib are guarded', async () => {
      const own = await app.get('/orders/none');
      expect([own.status, own.body, own.policy]).toEqual([404, { message: 'No order none', error: 'Not Found', statusCode: 404 }, null]);
      const ours = await app.get('/api/tasks');
      expect([ours.status, ours.type]).toEqual([401, 'application/problem+json; charset=utf-8']);
      expect(ours.policy).toContain("default-src 'self'");
      expect((await app.get('/admin/')).type).toContain('text/html');
    });

    it('ends by the signal that asked it to, and leaves no engine behind', async () => {
      const engines = app.children();
      expect(engines).toHaveLength(engine ? 0 : 1);
      expect(await app.stop()).toBe('SIGTERM');
      expect(engines.filter(isAlive)).toEqual([]);
    });
  });
});

interface RunningApp {
  readonly url: string;
  get(path: string): Promise<{ status: number; body: unknown; type: string | null; policy: string | null }>;
  order(id: string, amount: number): Promise<void>;
  /** The order's state, once it is no longer open. */
  settled(id: string): Promise<string>;
  output(): string;
  /** Processes that it has started. */
  children(): number[];
  /** The exit code, or the signal that ended it. */
  stop(): Promise<number | NodeJS.Signals | null>;
}

async function run(cwd: string, env: Record<string, string>, ready = 'outside: ', args: readonly string[] = ['dist/main.js']): Promise<RunningApp> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { ENGINE_URL: _1, DATABASE_URL: _2, ...kept } = process.env;
  const child = spawn(process.execPath, [...args], { cwd, env: { ...kept, ...env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = new Promise<number | NodeJS.Signals | null>((done) => child.once('close', (code, signal) => done(code ?? signal)));
  const output = collected(child);
  await until(() => output().includes(ready), () => output(), () => child.exitCode === null);
  const get: RunningApp['get'] = async (path) => {
    const answer = await fetch(`${url}${path}`);
    const text = await answer.text();
    const type = answer.headers.get('content-type');
    return { status: answer.status, body: type?.includes('json') ? (JSON.parse(text) as unknown) : text, type, policy: answer.headers.get('content-security-policy') };
  };
  return {
    url,
    get,
    async order(id, amount) {
      // The first release needs the engine, which may still be starting.
      const send = () => fetch(`${url}/orders`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id, amount }) });
      await until(async () => (await send()).status === 201, output);
    },
    async settled(id) {
      const state = async () => ((await get(`/orders/${id}`)).body as { state: string }).state;
      await until(async () => (await state()) !== 'open', output);
      return state();
    },
    output,
    children: () => childrenOf(child.pid),
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

function childrenOf(parent: number | undefined): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'ppid=,pid='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => line.trim().split(/\s+/).map(Number)).flatMap(([ppid, pid]) => (ppid === parent && pid !== undefined ? [pid] : []));
}

function collected({ stdout, stderr }: ChildProcess): () => string {
  let text = '';
  for (const stream of [stdout, stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}

/** A debugger that attaches once something listens there, and lets the process go on from where it stops first. Answers what it said there. */
async function attachWhenAsked(port: string): Promise<string> {
  await until(async () => (await fetch(`http://127.0.0.1:${port}/json/version`).catch(() => null))?.ok === true, () => 'nothing for the debugger');
  const client = spawn(process.execPath, ['inspect', `127.0.0.1:${port}`], { stdio: ['pipe', 'pipe', 'pipe'] });
  const said = collected(client);
  await until(() => said().includes('break in'), said, () => client.exitCode === null);
  // What is typed before its prompt is there is lost on a busy machine: said again until it has gone.
  const gone = once(client, 'close');
  await until(async () => {
    client.stdin.write('cont\n.exit\n');
    return Promise.race([gone.then(() => true), sleep(500).then(() => false)]);
  }, said);
  return said();
}

async function until(question: () => boolean | Promise<boolean>, output: () => string, goesOn = () => true): Promise<void> {
  for (const deadline = Date.now() + LIMIT; Date.now() < deadline && goesOn(); await sleep(100)) if (await question()) return;
  throw new Error(`It did not come to pass. The application said: ${output()}`);
}
