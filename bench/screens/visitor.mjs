import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ role: string, username: string, password: string }} Account */

/**
 * Who can sign in to a demonstration.
 *
 * @param {string} data the product's data folder
 * @param {string} role
 * @returns {Account}
 */
export function account(data, role) {
  const file = JSON.parse(readFileSync(join(data, 'demo-accounts.json'), 'utf8'));
  const found = file.find((/** @type {Account} */ one) => one.role === role);
  if (!found) throw new Error(`Nobody of the demonstration is ${role}`);
  return found;
}

/**
 * Signs in; answers what asks as this person.
 *
 * @param {string} url
 * @param {Account} who
 */
export async function visitor(url, { username, password }) {
  // A connection that was kept from before may be over by now, and says so to whoever asks first.
  await fetch(`${url}/health/live`).catch(() => null);
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-tertib': '1' }, body: JSON.stringify({ username, password }) });
  if (!answer.ok) throw new Error(`${username} could not sign in: ${answer.status}`);
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  /** @param {string} path */
  return async (path) => {
    const said = await fetch(`${url}${path}`, { headers: { cookie } });
    const body = await said.text();
    if (!said.ok) throw new Error(`${path}: ${said.status} ${body}`);
    return JSON.parse(body);
  };
}
