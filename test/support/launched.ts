import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';

const START = resolve(__dirname, '../../src/launcher/start.mjs');

/** What `npm start` runs, with the two processes that it watches. */
export interface Launched {
  readonly url: string;
  readonly pid: number;
  /** The exit code; null where it was killed. */
  readonly exited: Promise<number | null>;
  output(): string;
  /** Resolves when the output holds it. */
  said(text: string | RegExp): Promise<void>;
  /** Process ids by what they run; a missing one has not been started or has ended. */
  parts(): { app?: number; engine?: number };
  /** What `/health/ready` answers; 0 where nobody does. */
  ready(): Promise<number>;
  until(what: string, holds: () => boolean | Promise<boolean>): Promise<void>;
}

const LIMIT = 120_000;

export async function launch(dataDir: string): Promise<Launched> {
  const port = await freePort();
  // Its own engine, and both databases in files, whatever the shell names.
  const { DATABASE_URL: _1, ENGINE_DATABASE_URL: _2, TERTIB_ENGINE_URL: _3, ...kept } = process.env;
  const env = { ...kept, TERTIB_DATA: dataDir, PORT: String(port), HOST: '127.0.0.1' };
  const child = spawn(process.execPath, [START], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const pid = child.pid ?? 0;
  const url = `http://127.0.0.1:${port}`;
  const until = async (what: string, holds: () => boolean | Promise<boolean>) => {
    for (const deadline = Date.now() + LIMIT; !(await holds()); await sleep(50)) {
      if (Date.now() > deadline) throw new Error(`Not so after ${LIMIT} ms: ${what}\n${output}`);
    }
  };
  return {
    url,
    pid,
    exited: new Promise((done) => child.once('close', done)),
    output: () => output,
    said: (text) => until(`it says ${text}`, () => (typeof text === 'string' ? output.includes(text) : text.test(output))),
    parts: () => partsOf(pid),
    ready: async () => (await fetch(`${url}/health/ready`).catch(() => null))?.status ?? 0,
    until,
  };
}

function partsOf(launcher: number): { app?: number; engine?: number } {
  const parts: { app?: number; engine?: number } = {};
  const lines = execFileSync('ps', ['-A', '-o', 'ppid=,pid=,args='], { encoding: 'utf8' }).split('\n');
  for (const line of lines) {
    const [, parent, pid, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) !== launcher) continue;
    if (command.includes('dist/app.mjs')) parts.app = Number(pid);
    if (command.includes('engine.jar')) parts.engine = Number(pid);
  }
  return parts;
}

/** A process that has ended but that nobody has asked about yet does not count. */
export const isAlive = (pid: number): boolean => /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim());
