import { spawn } from 'node:child_process';
import { mkdirSync, openSync, closeSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildEngine, jvmOptions } from './engine-build.mjs';
import { keptCredential } from './engine-credential.mjs';
import { engineDatabase, inMemory } from './engine-database.mjs';
import { StartError } from './log.mjs';
import { freePort } from './ports.mjs';
import { findJdk } from './prerequisites.mjs';

const START_LIMIT = 180_000;
const STOP_LIMIT = 45_000;
const LARGEST_LOG = 10_000_000;

/**
 * @typedef {object} EngineSettings
 * @property {string} dataDir holds the database, the credential and the log
 * @property {number} [port] default: any free one
 * @property {'test'} [profile] `test` adds the settable clock
 * @property {import('./engine-credential.mjs').Credential} [credential] default: generated once and kept in dataDir
 * @property {string} [databaseUrl] PostgreSQL instead of a file
 * @property {boolean} [inMemory] a database that ends with the engine; `dataDir` then holds the log and the credential
 * @property {(engine: RunningEngine) => void} [spawned] told of it before it answers, so that it can be ended until then
 * @property {AbortSignal} [signal] gives a start up, which then rejects when the engine has ended
 *
 * @typedef {object} RunningEngine
 * @property {string} url the root of the REST API
 * @property {number} port
 * @property {string} user
 * @property {string} password
 * @property {number} pid
 * @property {Promise<void>} exited resolves when the process has ended, for whatever reason
 * @property {() => Promise<void>} stop lets it finish and compact its file
 * @property {() => Promise<void>} kill ends it at once, as a power cut would
 */

/**
 * Starts an engine that ends with this process; resolves when its REST API answers.
 *
 * @param {EngineSettings} settings
 * @returns {Promise<RunningEngine>}
 */
export async function startEngine(settings) {
  const jdk = findJdk();
  const built = await buildEngine(jdk);
  mkdirSync(settings.dataDir, { recursive: true });
  const { user, password } = settings.credential ?? keptCredential(join(settings.dataDir, 'credential.json'));
  const port = settings.port ?? (await freePort());
  const log = logFile(settings.dataDir);
  const output = openSync(log, 'a', 0o600);
  const child = spawn(jdk.java, [...jvmOptions, '-Xshare:auto', `-XX:SharedArchiveFile=${built.archive}`, '-jar', built.jar], {
    cwd: settings.dataDir,
    env: {
      ...process.env,
      ...(settings.inMemory ? inMemory : engineDatabase(settings.dataDir, settings.databaseUrl)),
      ENGINE_PORT: String(port),
      ENGINE_ADMIN_USER: user,
      ENGINE_ADMIN_PASSWORD: password,
      ENGINE_EXIT_ON_EOF: '1',
      SPRING_PROFILES_ACTIVE: settings.profile ?? '',
    },
    stdio: ['pipe', output, output],
    // A group of its own: Ctrl-C in the terminal must reach the launcher alone, which stops the app first.
    detached: true,
  });
  closeSync(output);
  const engine = handle(child, { port, user, password });
  settings.spawned?.(engine);
  const giveUp = () => void engine.stop();
  if (settings.signal?.aborted) giveUp();
  settings.signal?.addEventListener('abort', giveUp, { once: true });
  await answering(engine, child, log).finally(() => settings.signal?.removeEventListener('abort', giveUp));
  return engine;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ port: number, user: string, password: string }} access
 * @returns {RunningEngine}
 */
function handle(child, access) {
  /** @type {Promise<void>} */
  const exited = new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.stdin?.on('error', () => {});
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  const stop = async () => {
    child.stdin?.end();
    const timer = setTimeout(kill, STOP_LIMIT);
    await exited;
    clearTimeout(timer);
  };
  return { ...access, url: `http://127.0.0.1:${access.port}/engine-rest`, pid: child.pid ?? 0, exited, stop, kill };
}

/**
 * @param {RunningEngine} engine
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} log
 */
async function answering(engine, child, log) {
  const deadline = Date.now() + START_LIMIT;
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const answer = await fetch(`${engine.url}/engine`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await answer?.arrayBuffer().catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > deadline) {
      await engine.kill();
      break;
    }
    await sleep(50);
  }
  throw new StartError(`The engine did not start. The end of ${log}:\n\n${readFileSync(log, 'utf8').slice(-2_000).trim()}`);
}

/** @param {string} dataDir */
function logFile(dataDir) {
  const log = join(dataDir, 'engine.log');
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG) renameSync(log, `${log}.1`);
  return log;
}
