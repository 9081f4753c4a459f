import { join } from 'node:path';
import { StartError } from './log.mjs';
import { takeLock } from './pid-lock.mjs';

/**
 * One Tertib per data folder.
 *
 * @param {string} data
 * @returns {() => void} gives the folder back
 */
export function lockData(data) {
  const lock = takeLock(join(data, 'launcher.lock'));
  if ('release' in lock) return lock.release;
  throw new StartError(
    `Tertib is running on ${data} already (process ${lock.holder || 'of another user'}).\n` +
      '  Stop that one with Ctrl-C, or start this one on other data and another port:\n  TERTIB_DATA=./other-data PORT=3001 npm start',
  );
}
