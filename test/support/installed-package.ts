import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packageTypes } from './package-types.js';

const ROOT = resolve(__dirname, '../..');
const NATIVE = 'node_modules/better-sqlite3/build';

/**
 * Packs the package, and lets npm install it in an application's folder. npm begins with what `npm ci` put here: it keeps what the
 * application needs in this version, native parts compiled, removes all else and fetches what is missing. That takes half of the time.
 */
export function installPackage(application: string): void {
  packageTypes();
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', application], { cwd: ROOT });
  const tarball = readdirSync(application).find((name) => name.endsWith('.tgz')) as string;
  linkPackages(join(application, 'node_modules'));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', `./${tarball}`], { cwd: application, stdio: ['ignore', 'pipe', 'pipe'] });
  // Without compiling once more what `npm ci` compiled here, in the same version.
  if (!existsSync(join(application, NATIVE))) cpSync(join(ROOT, NATIVE), join(application, NATIVE), { recursive: true });
}

/** Hard links: no file is written twice. What npm takes away is the link alone. */
function linkPackages(folder: string): void {
  try {
    execFileSync('cp', ['-al', join(ROOT, 'node_modules'), folder], { stdio: 'ignore' });
    // It says that all of this belongs to this repository.
    rmSync(join(folder, '.package-lock.json'), { force: true });
  } catch {
    // Another file system, or a `cp` that cannot link: copies take longer than to fetch all.
    rmSync(folder, { recursive: true, force: true });
  }
}
