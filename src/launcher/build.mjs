import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { stage } from './log.mjs';
import { npm } from './npm.mjs';
import { cacheDir, root } from './paths.mjs';

const SERVER = { label: 'Building the server', folder: root, sources: ['src', '.swcrc', 'rolldown.config.mjs', 'package.json'], result: 'dist' };
const SCREENS = {
  label: 'Building the screens',
  folder: join(root, 'admin-ui'),
  sources: ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'],
  result: 'dist',
};

/** Builds the server and the screens, each only if its sources have changed since. */
export async function build() {
  for (const part of [SERVER, SCREENS]) await buildPart(part);
}

/** @param {typeof SERVER} part */
async function buildPart({ label, folder, sources, result }) {
  const output = join(folder, result);
  const stamp = join(cacheDir(), 'built', fingerprint(folder, [], output));
  const current = fingerprint(folder, sources, process.versions.node);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return;
  await stage(label, async () => {
    rmSync(output, { recursive: true, force: true });
    await npm(folder, ['run', 'build'], label);
  });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, current);
}
