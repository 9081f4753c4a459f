import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestEngine, type TestEngine } from '../support/engine.js';
import { freePort } from '../support/free-port.js';
import { isAlive } from '../support/launched.js';

const ROOT = resolve(__dirname, '../..');
const NATIVE = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node';
const LIMIT = 120_000;

/** A NestJS application that is no part of this repository (test/package/outside) installs the packed library and runs a procedure of its own. */
describe('The package, in an application outside', () => {
  let place: string;
  const inside = (command: string, ...args: readonly string[]): string => execFileSync(command, args, { cwd: place, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TERTIB_CACHE: join(ROOT, '.cache') } });

  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'tertib-outside-'));
    cpSync(join(__dirname, 'outside'), place, { recursive: true });
    execFileSync('npx', ['tsc', '-p', 'tsconfig.package.json'], { cwd: ROOT });
    execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', place], { cwd: ROOT });
    const tarball = readdirSync(place).find((name) => name.endsWith('.tgz')) as string;
    inside('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', `./${tarball}`);
    // Without compiling once more what `npm ci` compiled here, in the same version.
    cpSync(join(ROOT, NATIVE), join(place, NATIVE));
    inside('npm', 'run', 'build');
  }, 600_000);
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('is imported and required, and nothing but its entries is', () => {
    expect(inside('node', '--input-type=module', '-e', `import('tertib/testing').then((testing) => console.log(Object.keys(testing).join()))`)).toBe('Coverage,ProcedureCase,ProcedureTest,Refused,createHandlerTest,createProcedureTest,readCoverage\n');
    const kind = 'typeof tertib.ExternalTask + typeof tertib.TertibModule.forRoot';
    expect(inside('node', '--input-type=module', '-e', `import * as tertib from 'tertib'; console.log(${kind})`)).toBe('functionfunction\n');
    expect(inside('node', '--input-type=commonjs', '-e', `const tertib = require('tertib'); console.log(${kind})`)).toBe('functionfunction\n');
    const hidden = `import('tertib/dist/platform/kernel/index.js').catch((error) => console.log(error.code))`;
    expect(inside('node', '--input-type=module', '-e', hidden)).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED\n');
  });

  it('brings the command: its files pass the check with its handlers, its types are those of its diagram', () => {
    expect(inside('npx', 'tertib', 'check', '--plugin', 'dist/approval/approval.plugin.js')).toContain('0 errors, 0 warnings');
    expect(inside('npx', 'tertib', 'typegen', '--out', 'src/procedures.generated.ts', '--check')).toContain('is up to date');
    expect(inside('npx', 'tertib', 'catalog', '--plugin', 'dist/approval/approval.plugin.js', '--format', 'markdown')).toContain('order.check');
  });

  it('tests its handlers and its procedure with tertib/testing and Node\'s own test runner', () => {
    expect(inside('npm', 'test')).toMatch(/pass 4\n.* fail 0\n/);
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

async function run(cwd: string, env: Record<string, string>): Promise<RunningApp> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { ENGINE_URL: _1, DATABASE_URL: _2, ...kept } = process.env;
  const child = spawn(process.execPath, ['dist/main.js'], { cwd, env: { ...kept, ...env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = new Promise<number | NodeJS.Signals | null>((done) => child.once('close', (code, signal) => done(code ?? signal)));
  const output = collected(child);
  await until(() => output().includes('outside: '), () => output(), () => child.exitCode === null);
  const get: RunningApp['get'] = async (path) => {
    const answer = await fetch(`${url}${path}`);
    const text = await answer.text();
    const type = answer.headers.get('content-type');
    return { status: answer.status, body: type?.includes('json') ? (JSON.parse(text) as unknown) : text, type, policy: answer.headers.get('content-security-policy') };
  };
  return {
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

async function until(question: () => boolean | Promise<boolean>, output: () => string, goesOn = () => true): Promise<void> {
  for (const deadline = Date.now() + LIMIT; Date.now() < deadline && goesOn(); await sleep(100)) if (await question()) return;
  throw new Error(`It did not come to pass. The application said: ${output()}`);
}
