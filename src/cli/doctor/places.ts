import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ill, reasonOf, well, type Diagnosis, type Environment } from './diagnosis.js';

const GIB = 1024 ** 3;
const LEAST_FREE = GIB;

const dataOf = (env: Environment): string => resolve(env['TERTIB_DATA'] || 'data');

/** The folder itself, or where it would be made. */
function existing(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}

export function data(env: Environment): Diagnosis {
  const folder = dataOf(env);
  const place = existing(folder);
  const cure = 'Give it to the user that Tertib runs as, or choose another: TERTIB_DATA=<folder>';
  if (!statSync(place).isDirectory()) return ill('data', `${place} is a file; the data folder cannot be there.`, 'Choose another folder: TERTIB_DATA=<folder>');
  try {
    accessSync(place, constants.R_OK | constants.W_OK | constants.X_OK);
    return well('data', place === folder ? `${folder} can be written to.` : `${folder} will be made at the first start.`);
  } catch (error) {
    return ill('data', `${place} cannot be written to: ${reasonOf(error)}`, cure);
  }
}

/** `free` bytes, where a test says so. */
export function disk(env: Environment, free?: number): Diagnosis {
  const place = existing(dataOf(env));
  const { bavail, bsize } = statfsSync(place);
  const left = free ?? bavail * bsize;
  const text = `${(left / GIB).toFixed(1)} GiB are free where the data lie (${place}).`;
  return left >= LEAST_FREE ? well('disk', text) : ill('disk', text, 'Make room, or put the data on a larger disk: TERTIB_DATA=<folder>. A full disk stops every submission.');
}
