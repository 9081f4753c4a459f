import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Writes the types that `npm pack` takes along. `npm test` has done it once for all, so that no two specs write them at the same time. */
export function packageTypes(): void {
  if (process.env['TERTIB_TYPES'] !== 'written') execFileSync('npx', ['tsc', '-p', 'tsconfig.package.json'], { cwd: resolve(__dirname, '../..') });
}
