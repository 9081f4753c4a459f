import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * A hash over the names and contents of files and folders, to tell whether something must be built again.
 *
 * @param {string} base
 * @param {readonly string[]} paths relative to base; what does not exist counts as absent
 * @param {string} [salt] anything else that the result depends on
 */
export function fingerprint(base, paths, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const file of paths.flatMap((path) => filesUnder(join(base, path)))) {
    hash.update(`\0${relative(base, file).replaceAll('\\', '/')}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
