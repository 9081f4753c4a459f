import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../src/launcher/paths.mjs';

const require = createRequire(import.meta.url);

/**
 * A part of what the tests work with, compiled as it is loaded.
 *
 * @param {string} name a file of `test/support`, without its ending
 */
export function testSupport(name) {
  require(join(root, 'test/support/typescript-hook.cjs'));
  return require(join(root, 'test/support', `${name}.ts`));
}
