import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestEngine, type TestEngine } from './engine.js';
import { freePort } from './free-port.js';
import { databaseServer, freshPostgres } from './fresh-postgres.js';

const ROOT = resolve(__dirname, '../..');
const ENTRY = join(ROOT, 'dist/app.mjs');
const PRELOAD = pathToFileURL(join(ROOT, 'src/launcher/end-with-launcher.mjs')).href;
const READY_LIMIT = 90_000;
const STOP_LIMIT = 30_000;
const KEPT_OUTPUT = 20_000;

/** As in demo-accounts.json. */
export interface Account {
  readonly role: string;
  readonly office: string;
  readonly username: string;
  readonly password: string;
  readonly name: string;
}

export interface ProductOptions {
  readonly demo?: boolean;
  /** Variables of the app beyond its address, folder and engine. */
  readonly env?: Readonly<Record<string, string>>;
  /** What is run instead of the built application: one that has further plugins. */
  readonly entry?: string;
}

/** Engine and app as processes of their own, on a fresh data folder. */
export interface Product {
  readonly url: string;
  readonly dataDir: string;
  /** Undefined where the app's database is a file in its data folder. */
  readonly databaseUrl: string | undefined;
  readonly engine: TestEngine;
  /** Who can sign in; empty without `demo`. */
  readonly accounts: readonly Account[];
  /** The administrator's password, where this start printed one. */
  readonly oneTimePassword: string | undefined;
  /** The end of what the app has printed. */
  output(): string;
  /** Ends the app as a power cut would. It stays away until {@link startApp}. */
  killApp(): Promise<void>;
  /** Lets the app finish what it has begun, as Ctrl-C does. */
  stopApp(): Promise<void>;
  /** Starts the app on the same data and port; resolves when it is ready. */
  startApp(): Promise<void>;
  /** Ends the engine as a power cut would and starts it again; resolves when it answers. */
  killEngine(): Promise<void>;
  /** Resolves when `/health/ready` says so. */
  ready(limit?: number): Promise<void>;
  /** Ends both and removes their data. */
  stop(): Promise<void>;
}

/** Starts the built product, as `npm start` would, on a free port and a fresh data folder; app and engine on PostgreSQL where this run is. */
export async function startProduct({ demo = false, env = {}, entry = ENTRY }: ProductOptions = {}): Promise<Product> {
  if (!existsSync(ENTRY)) throw new Error(`${ENTRY} is missing. "npm test" builds before it runs the tests; by hand:  npm run build`);
  const dataDir = mkdtempSync(join(tmpdir(), 'tertib-app-'));
  const server = databaseServer();
  const database = server ? await freshPostgres(server) : undefined;
  const engine = await startTestEngine();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const all = { ...process.env, ...variables(engine, dataDir, port, demo), DATABASE_URL: database?.url, ...env };
  let app: RunningApp | undefined;

  const product: Product = {
    url,
    dataDir,
    databaseUrl: database?.url,
    engine,
    get accounts() {
      return demoAccounts(dataDir);
    },
    get oneTimePassword() {
      return /one-time password: (\S+)/.exec(app?.output() ?? '')?.[1];
    },
    output: () => app?.output() ?? '',
    killApp: async () => app?.end('SIGKILL'),
    stopApp: async () => app?.end('SIGTERM'),
    startApp: async () => {
      app = runApp(all, entry);
      await product.ready();
    },
    killEngine: () => engine.killAndRestart(),
    ready: (limit = READY_LIMIT) => ready(url, limit, () => app),
    stop: async () => {
      await app?.end('SIGTERM');
      await engine.stop();
      await database?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  try {
    await product.startApp();
  } catch (error) {
    await product.stop();
    throw error;
  }
  return product;
}

const variables = (engine: TestEngine, dataDir: string, port: number, demo: boolean) => ({
  HOST: '127.0.0.1',
  PORT: String(port),
  PUBLIC_URL: undefined,
  SMTP_URL: undefined,
  WEBHOOK_URL: undefined,
  TERTIB_DATA: dataDir,
  TERTIB_DEMO: demo ? '1' : '',
  TERTIB_TEST: '1',
  ENGINE_URL: engine.url,
  ENGINE_USER: engine.user,
  ENGINE_PASSWORD: engine.password,
  LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
});

interface RunningApp {
  readonly child: ChildProcess;
  output(): string;
  ended(): boolean;
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** As src/launcher/app-process.mjs does, but with its output kept. */
function runApp(env: NodeJS.ProcessEnv, entry: string): RunningApp {
  const child = spawn(process.execPath, ['--import', PRELOAD, entry], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let output = '';
  const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-KEPT_OUTPUT));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const exited = new Promise<void>((done) => child.once('close', () => done()));
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  return {
    child,
    output: () => output,
    ended,
    end: async (signal) => {
      if (!ended()) child.kill(signal);
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
      await exited;
      clearTimeout(force);
    },
  };
}

async function ready(url: string, limit: number, running: () => RunningApp | undefined): Promise<void> {
  const deadline = Date.now() + limit;
  let answer = 'no answer';
  while (Date.now() < deadline) {
    const app = running();
    if (!app || app.ended()) throw new Error(`The app has ended:\n${app?.output() ?? ''}`);
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (response?.ok) return;
    answer = response ? `${response.status} ${await response.text()}` : answer;
    await sleep(100);
  }
  throw new Error(`Not ready after ${limit} ms (${answer}):\n${running()?.output() ?? ''}`);
}

function demoAccounts(dataDir: string): Account[] {
  const file = join(dataDir, 'demo-accounts.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Account[]) : [];
}
