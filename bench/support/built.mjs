import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../src/launcher/paths.mjs';

/**
 * A part of the built product, by a path that type checker and knip do not follow: they read the sources.
 *
 * @param {string} path below `dist/`
 */
export const built = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
