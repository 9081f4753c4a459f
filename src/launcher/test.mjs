/** `npm test [-- jest's arguments]`: sets up what is missing, then runs every test. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runMain } from './log.mjs';
import { root } from './paths.mjs';
import { checkNode, findJdk } from './prerequisites.mjs';
import { setUp } from './set-up.mjs';

await runMain(async () => {
  checkNode();
  await setUp(findJdk());
  const asked = process.argv.slice(2);
  const run = (/** @type {string} */ program, /** @type {string[]} */ args, env = {}) => spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
  // Several specs need the package's types: where all run, they are written once.
  if (asked.length > 0) return run('jest/bin/jest.js', asked);
  return run('typescript/bin/tsc', ['-p', 'tsconfig.package.json']) || run('jest/bin/jest.js', [], { TERTIB_TYPES: 'written' });
});
