import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const DAY = 86_400_000;

/**
 * @typedef {object} Producer
 * @property {string} officeId
 * @property {string} operator the cookie of its operator's session
 * @property {string} leader the cookie of its leader's session
 */

/**
 * Adds so many producers (sintetis), each with an operator and a leader who are signed in: making two passwords of each would measure the
 * hashing of passwords, which is slow on purpose.
 *
 * @param {string} data the product's data folder
 * @param {number} howMany
 * @returns {Producer[]}
 */
export function addProducers(data, howMany) {
  const db = new Database(join(data, 'tertib.sqlite'));
  db.pragma('busy_timeout = 20000');
  const now = new Date();
  const insert = {
    office: db.prepare(`INSERT INTO offices (id, code, name, kind, email, active) VALUES (?, ?, ?, 'produsen', NULL, 1)`),
    user: db.prepare(`INSERT INTO users (id, username, name, title, nip, email, passwordHash, mustChange, oneTimeUntil, active, language, officeId, createdAt) VALUES (?, ?, ?, NULL, NULL, NULL, '', 0, NULL, 1, 'id', ?, ?)`),
    role: db.prepare('INSERT INTO user_roles (userId, role) VALUES (?, ?)'),
    session: db.prepare('INSERT INTO sessions (id, userId, createdAt, lastSeenAt, expiresAt, seesAsId, seesUntil) VALUES (?, ?, ?, ?, ?, NULL, NULL)'),
  };
  const text = (/** @type {Date} */ at) => at.toISOString();
  const signedIn = (/** @type {number} */ number, /** @type {string} */ role, /** @type {string} */ officeId) => {
    const [id, token] = [`bench-${role}-${number}`, randomBytes(32).toString('base64url')];
    insert.user.run(id, id, `${role} ${number} (sintetis)`, officeId, text(now));
    insert.role.run(id, role);
    insert.session.run(createHash('sha256').update(token).digest('hex'), id, text(now), text(now), text(new Date(now.getTime() + 7 * DAY)));
    return `__Host-tertib=${token}`;
  };
  const producers = db.transaction(() =>
    Array.from({ length: howMany }, (_, number) => {
      const officeId = `bench-office-${number}`;
      insert.office.run(officeId, `SINT${String(number).padStart(4, '0')}`, `Produsen ${number + 1} (sintetis)`);
      return { officeId, operator: signedIn(number, 'operator', officeId), leader: signedIn(number, 'pimpinan', officeId) };
    }),
  )();
  db.close();
  return producers;
}
