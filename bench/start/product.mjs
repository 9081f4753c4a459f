import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../src/launcher/paths.mjs';
import { freePort } from '../../src/launcher/ports.mjs';

const LIMIT = 600_000;
/** Each question costs both processes something: asked often, the answer itself would come later. */
const POLL = 150;

/**
 * @typedef {object} ProductStart milliseconds since the launcher was called
 * @property {number} checked the launcher has checked that nothing is to be installed or built
 * @property {number} engine the engine answers
 * @property {number} listening the app answers
 * @property {number} ready /health/ready says 200
 */

/**
 * Starts the product as its user does, waits until it is ready, and ends it by an interrupt.
 *
 * @param {string} data
 * @returns {Promise<ProductStart>}
 */
export async function startProduct(data) {
  const { start, stop } = await launchProduct(data);
  await stop();
  return start;
}

/**
 * The same, and leaves it running.
 *
 * @param {string} data
 * @returns {Promise<{ url: string, pid: number, start: ProductStart, stop: () => Promise<void> }>}
 */
export async function launchProduct(data) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const since = () => performance.now() - began;
  // Its own engine, and both databases in files, whatever this shell names.
  const { DATABASE_URL: _1, ENGINE_DATABASE_URL: _2, TERTIB_ENGINE_URL: _3, ...kept } = process.env;
  const env = { ...kept, TERTIB_DATA: data, PORT: String(port), HOST: '127.0.0.1' };
  const child = spawn(process.execPath, [join(root, 'src/launcher/start.mjs'), '--demo'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGINT');
    await exited;
  };
  const seen = { checked: Number.NaN, engine: Number.NaN, listening: Number.NaN };
  createInterface(child.stdout).on('line', (line) => {
    if (line.startsWith('• Starting the engine')) seen.checked = since();
    if (line.startsWith('✓ Starting the engine')) seen.engine = since();
    if (line.startsWith('Tertib: ')) seen.listening = since();
  });
  try {
    await untilReady(`${url}/health/ready`, child);
    return { url, pid: child.pid ?? 0, start: { ...seen, ready: since() }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} child
 */
async function untilReady(url, child) {
  for (const deadline = Date.now() + LIMIT; Date.now() < deadline && child.exitCode === null; await sleep(POLL)) {
    const answer = await fetch(url).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
  }
  throw new Error('The product did not become ready');
}
