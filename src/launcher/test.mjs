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
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const { status } = spawnSync(process.execPath, [jest, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
  return status ?? 1;
});
