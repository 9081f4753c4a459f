import { build } from './build.mjs';
import { buildEngine } from './engine-build.mjs';
import { install } from './install.mjs';
import { cacheDir } from './paths.mjs';
import { withLock } from './pid-lock.mjs';
import { join } from 'node:path';

/**
 * Installs and builds whatever is missing or older than its sources.
 *
 * @param {import('./prerequisites.mjs').Jdk | null} jdk null where no engine of our own is wanted
 */
export async function setUp(jdk) {
  await withLock(join(cacheDir(), 'set-up.lock'), async () => {
    await install();
    await build();
  });
  if (jdk) await buildEngine(jdk);
}
