import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What can be built again: `TERTIB_CACHE`, or `.cache` in the repository. */
export const cacheDir = (env = process.env) => resolve(env.TERTIB_CACHE || join(root, '.cache'));

/** What must not be lost: `TERTIB_DATA`, or `data` where the launcher was called. */
export const dataDir = (env = process.env) => resolve(env.TERTIB_DATA || 'data');
