import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../sdk/index.js';
import { Database } from '../kernel/index.js';
import { SessionEntity } from './identity.entities.js';

const IDLE_MS = 12 * 3_600_000;
const LONGEST_MS = 7 * 24 * 3_600_000;
/** A session's last use is written at most this often. */
const TOUCH_MS = 5 * 60_000;

const idOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Server-side sessions: the cookie holds a random token, the database its hash. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Always a new token, whatever the browser brought along: a session cannot be fixed beforehand. */
  async open(userId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.database.tx(async (db) => {
      await db.delete(SessionEntity, { expiresAt: LessThan(now) });
      await db.insert(SessionEntity, { id: idOf(token), userId, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + LONGEST_MS), seesAsId: null, seesUntil: null });
    });
    return token;
  }

  /** The user of a live session, or null. */
  async userOf(token: string): Promise<string | null> {
    return (await this.live(token))?.userId ?? null;
  }

  /** A session that has not ended, or null. Its use is noted. */
  async live(token: string): Promise<SessionEntity | null> {
    const session = await this.database.read.findOneBy(SessionEntity, { id: idOf(token) });
    const now = this.clock.now().getTime();
    if (!session || session.expiresAt.getTime() <= now || now - session.lastSeenAt.getTime() > IDLE_MS) return null;
    if (now - session.lastSeenAt.getTime() > TOUCH_MS) await this.database.tx((db) => db.update(SessionEntity, { id: session.id }, { lastSeenAt: new Date(now) }));
    return session;
  }

  async close(token: string): Promise<void> {
    await this.database.tx((db) => db.delete(SessionEntity, { id: idOf(token) }));
  }

  /** After a change of password, everywhere. */
  async closeAll(userId: string): Promise<void> {
    await this.database.tx((db) => db.delete(SessionEntity, { userId }));
  }
}
