import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { EngineClient } from '../../src/sdk/engine/index.js';
import { databaseServer, freshPostgres } from './fresh-postgres.js';

/** A real engine with a clock that can be set. */
export interface TestEngine {
  /** The root of the REST API. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly dataDir: string;
  readonly client: EngineClient;
  /** Stops the engine's clock at a time, or lets it run again. */
  setClock(now: Date | null): Promise<void>;
  /** Lets it stand still with all its connections open, as an overloaded machine does, or go on. */
  hang(still: boolean): void;
  /** Ends it as a power cut would, and starts it again on the same data and port. */
  killAndRestart(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

interface Access {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly pid: number;
}

/** Starts an engine of our own through the launcher, on H2 or on this run's PostgreSQL; it ends with the test process, however that ends. */
export async function startTestEngine(): Promise<TestEngine> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tertib-engine-'));
  const server = databaseServer();
  const database = server ? await freshPostgres(server) : undefined;
  const start = (port = '') => run(dataDir, { ENGINE_PORT: port, ENGINE_DATABASE_URL: database?.url ?? '' });
  let running = await start();
  const { url, user, password } = running.access;
  return {
    url,
    user,
    password,
    dataDir,
    client: new EngineClient({ url, user, password }),
    setClock: (now) => setClock(running.access, now),
    hang: (still) => void process.kill(running.access.pid, still ? 'SIGSTOP' : 'SIGCONT'),
    async killAndRestart() {
      process.kill(running.access.pid, 'SIGKILL');
      await running.exited;
      running = await start(new URL(url).port);
    },
    async stop() {
      running.end();
      await running.exited;
      await database?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The launcher runs as a process of its own, because it is plain ESM that jest would have to transform. */
async function run(dataDir: string, env: NodeJS.ProcessEnv) {
  const launcher = resolve(__dirname, '../../src/launcher/engine.mjs');
  const child = spawn(process.execPath, [launcher, dataDir, 'test'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const exited = new Promise<void>((done) => child.once('close', () => done()));
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk));
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith('{')) continue;
    child.stdout.resume();
    return { access: JSON.parse(line) as Access, exited, end: () => void child.stdin.end() };
  }
  throw new Error(`No engine: ${errors}`);
}

async function setClock({ url, user, password }: Access, now: Date | null): Promise<void> {
  const answer = await fetch(new URL('/test/clock', url), {
    method: now ? 'PUT' : 'DELETE',
    headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
    body: now ? JSON.stringify({ now }) : undefined,
  });
  if (!answer.ok) throw new Error(`The engine's clock cannot be set: ${answer.status}`);
}
