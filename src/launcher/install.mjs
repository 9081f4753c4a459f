import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stage } from './log.mjs';
import { npm } from './npm.mjs';
import { root } from './paths.mjs';

/** Installs the packages of the server and of the screens where that has not been done yet. */
export async function install() {
  for (const [label, folder] of [['Installing the server\'s packages', root], ['Installing the screens\' packages', join(root, 'admin-ui')]]) {
    if (isInstalled(folder)) continue;
    await stage(label, () => npm(folder, ['ci', '--include=dev', '--no-audit', '--no-fund'], label));
  }
}

/**
 * Compares the lock file with npm's own record of what is in node_modules, which npm writes after a whole success.
 *
 * @param {string} folder
 */
export function isInstalled(folder) {
  const record = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(join(folder, 'package-lock.json'));
  const present = packagesOf(record);
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, peer }]) =>
      path === '' || present[path]?.version === version || (present[path] === undefined && (optional || devOptional || peer)),
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>}
 */
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
