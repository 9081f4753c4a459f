/** `npm test [-- jest's arguments]`: sets up what is missing, then runs every test, and once more what failed. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runMain } from './log.mjs';
import { cacheDir, root } from './paths.mjs';
import { checkNode, findJdk } from './prerequisites.mjs';
import { secondRun } from './second-run.mjs';
import { setUp } from './set-up.mjs';

await runMain(async () => {
  checkNode();
  await setUp(findJdk());
  const asked = process.argv.slice(2);
  const run = (/** @type {string} */ program, /** @type {string[]} */ args, env = {}) => spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
  // Several specs need the package's types: where all run, they are written once.
  if (asked.length > 0) return run('jest/bin/jest.js', asked);
  const types = { TERTIB_TYPES: 'written' };
  const failed = join(cacheDir(), 'failed-suites.txt');
  rmSync(failed, { force: true });
  const all = () => run('typescript/bin/tsc', ['-p', 'tsconfig.package.json']) || run('jest/bin/jest.js', [], { ...types, FAILED_SUITES: failed });
  return all() && secondRun(failed, (args) => run('jest/bin/jest.js', args, types));
});
