import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../src/launcher/paths.mjs';
import { freePort } from '../../src/launcher/ports.mjs';

const LIMIT = 120_000;
const POLL = 5;
/** Lets the process that waits for the next change load what it loads beforehand, as while somebody types. */
const REST = 4_000;
const tertib = join(root, 'dist/cli/tertib.js');

/**
 * An application as `tertib create` makes it, which finds Tertib and its peers as if npm had installed them.
 *
 * @param {string} folder
 */
export function createApplication(folder) {
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(root, 'node_modules'))) if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(modules, name));
  symlinkSync(root, join(modules, 'tertib'));
  // As the package has them: a build makes none.
  spawnSync(process.execPath, [join(root, 'node_modules/typescript/lib/tsc.js'), '-p', join(root, 'tsconfig.package.json')]);
  const { status, stderr } = spawnSync(process.execPath, [tertib, 'create', 'changing', '--tertib', '0.1.0'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return join(folder, 'changing');
}

/**
 * Runs it under `tertib dev`, with an engine of its own; resolves when it has started for the first time.
 *
 * @param {string} application
 */
export async function runDev(application) {
  const { TERTIB_ENGINE_URL: _1, DATABASE_URL: _2, ...kept } = process.env;
  const env = { ...kept, PORT: String(await freePort()), TERTIB_DATA: join(application, 'data') };
  const child = spawn(process.execPath, [tertib, 'dev', '--inspect', String(await freePort())], { cwd: application, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let started = 0;
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', (line) => {
    said += `${line}\n`;
    if (line.startsWith('✓ Started')) started++;
  });
  const until = async (/** @type {() => boolean} */ question) => {
    for (const deadline = Date.now() + LIMIT; !question(); await sleep(POLL)) if (Date.now() > deadline || child.exitCode !== null) {
      child.kill('SIGINT');
      throw new Error(`It did not start:\n${said}`);
    }
  };
  const compiledAt = () => statSync(join(application, 'dist/handlers.js')).mtimeMs;
  const ended = new Promise((resolve) => child.once('close', resolve));
  await until(() => started > 0 && said.includes('The engine runs'));
  return {
    /**
     * Milliseconds from a change until its JavaScript is written, and until the application answers.
     *
     * @param {() => void} change
     */
    async after(change) {
      await sleep(REST);
      const [before, compiledBefore, began] = [started, compiledAt(), performance.now()];
      change();
      await until(() => compiledAt() !== compiledBefore);
      const compiled = performance.now() - began;
      await until(() => started > before);
      return { compiled, started: performance.now() - began };
    },
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}
