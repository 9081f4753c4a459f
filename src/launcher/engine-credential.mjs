import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** @typedef {{ user: string, password: string }} Credential */

/**
 * The engine makes its administrator on the first start only, so the credential is kept with its database.
 *
 * @param {string} file
 * @returns {Credential}
 */
export function keptCredential(file) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const credential = { user: 'tertib', password: randomBytes(24).toString('base64url') };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(credential), { mode: 0o600 });
  return credential;
}
