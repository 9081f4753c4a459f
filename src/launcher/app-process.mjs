import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';

const DRAIN_LIMIT = 20_000;

/**
 * @typedef {object} RunningApp
 * @property {Promise<number>} exited resolves with the exit code; 1 when it was killed
 * @property {() => Promise<void>} stop lets it finish what it has begun
 * @property {() => Promise<void>} kill
 */

/**
 * Starts the app, which prints its own address when it is ready.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {RunningApp}
 */
export function startApp(env) {
  const entry = join(root, 'dist/app.mjs');
  const preload = pathToFileURL(join(root, 'src/launcher/end-with-launcher.mjs')).href;
  const child = spawn(process.execPath, ['--import', preload, entry], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(kill, DRAIN_LIMIT);
    await exited;
    clearTimeout(timer);
  };
  return { exited, stop, kill };
}
