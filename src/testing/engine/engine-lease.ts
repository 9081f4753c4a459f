import { spawn } from 'node:child_process';
import { lstatSync, mkdirSync, openSync, closeSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageRoot } from '../../platform/kernel/index.js';

/** How to reach an engine that is ours until it is given back. */
export interface EngineLease {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Removed with all that is in it when the run is over, also where a test was killed. */
  readonly folder: string;
  giveBack(): void;
}

/** Until the keeper of the run's engines listens; it has nothing to do but start. */
const KEEPER_LIMIT = 30_000;
/** What test runners and profilers tell their own processes by. */
const OF_THE_RUNNER = ['NODE_OPTIONS', 'NODE_TEST_CONTEXT', 'NODE_V8_COVERAGE', 'JEST_WORKER_ID'];

/**
 * An engine of this run, which one process of it has at a time. A process that keeps them outlives single test files and ends itself:
 * soon after the run, or when nobody has had an engine for 20 seconds. What binds the files of a run together is the process that
 * started them, or the one that `TERTIB_TEST_RUN` names.
 *
 * @throws where no engine can be started, saying why.
 */
export async function leaseEngine(run: number = Number(process.env['TERTIB_TEST_RUN']) || process.ppid): Promise<EngineLease> {
  const folder = ownFolder(`tertib-test-${userInfo().username}-${run}`);
  const socket = await connectToKeeper(folder, run);
  socket.write('an engine, please\n');
  const answer = await firstLine(socket);
  if (answer.error !== undefined) throw new Error(answer.error);
  // A test that forgets to close what it opened must not keep its process alive.
  socket.unref();
  return { url: String(answer.url), user: String(answer.user), password: String(answer.password), folder, giveBack: () => void socket.destroy() };
}

async function connectToKeeper(folder: string, run: number): Promise<Socket> {
  const log = join(folder, 'keeper.log');
  const address = process.platform === 'win32' ? `\\\\.\\pipe\\tertib-test-${userInfo().username}-${run}` : join(folder, 'engines.sock');
  let started = false;
  for (const deadline = Date.now() + KEEPER_LIMIT; Date.now() < deadline; await sleep(50)) {
    const socket = await tryConnect(address);
    if (socket) return socket;
    if (!started) startKeeper(folder, address, run, log);
    started = true;
  }
  throw new Error(`The engines for the tests cannot be reached. ${readFileSync(log, 'utf8').slice(-2_000)}`);
}

/** Others on the machine must not put their own socket where ours is expected. */
function ownFolder(name: string): string {
  const folder = join(tmpdir(), name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid } = lstatSync(folder);
  if (process.getuid && uid !== process.getuid()) throw new Error(`${folder} belongs to somebody else. Remove it, or set TMPDIR to a folder of your own.`);
  return folder;
}

function tryConnect(address: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(address);
    // Also later: a keeper that was killed is noticed by what its engine no longer answers.
    socket.once('connect', () => resolve(socket)).on('error', () => resolve(null));
  });
}

function startKeeper(folder: string, address: string, run: number, log: string): void {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_THE_RUNNER.includes(name)));
  const output = openSync(log, 'w', 0o600);
  spawn(process.execPath, [join(packageRoot(), 'src/launcher/test-engines.mjs'), folder, address, String(run)], { detached: true, stdio: ['ignore', output, output], env }).unref();
  closeSync(output);
}

async function firstLine(socket: Socket): Promise<Record<string, unknown> & { readonly error?: string }> {
  for await (const line of createInterface(socket)) return JSON.parse(line) as Record<string, unknown>;
  throw new Error('The engine for this test has ended before it was there.');
}
