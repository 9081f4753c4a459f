import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, type Principal } from '../../../sdk/index.js';
import { Database } from '../../kernel/index.js';
import { SessionEntity } from '../identity.entities.js';
import { Sessions } from '../sessions.service.js';
import { UsersRepository } from '../users.repository.js';
import { ViewingProblem } from './viewing.problems.js';

const LONGEST_MS = 15 * 60_000;

/** Somebody's screens, and who is looking at them. */
export interface View {
  readonly seen: Principal;
  readonly until: Date;
}

/** “See as this person”: an administrator's own session answers as that person for a while, and changes nothing. */
@Injectable()
export class Viewing {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly users: UsersRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws ViewingProblem. */
  async begin(token: string, admin: Principal, userId: string): Promise<void> {
    if (userId === admin.id) throw ViewingProblem.yourself();
    const seen = await this.users.principal(userId);
    if (!seen) throw ViewingProblem.noSuchPerson();
    if (isAdministrator(seen)) throw ViewingProblem.administrator();
    const session = await this.sessions.live(token);
    if (!session) throw ViewingProblem.over();
    const seesUntil = new Date(this.clock.now().getTime() + LONGEST_MS);
    await this.database.tx(async (db) => {
      await db.update(SessionEntity, { id: session.id }, { seesAsId: userId, seesUntil });
      await this.audit.write({ action: 'view.begun', subject: userId, detail: { name: seen.name, until: seesUntil.toISOString() } });
    });
  }

  /** Nothing where there is none. */
  async end(token: string, by: 'person' | 'time' = 'person'): Promise<void> {
    const session = await this.sessions.live(token);
    if (session?.seesAsId) await this.close(session, by);
  }

  /** What a session looks at; null: its own. `over` where it may no longer, which is not the same: nobody may act by it unawares. */
  async of({ seesAsId, seesUntil }: SessionEntity, own: Principal): Promise<View | 'over' | null> {
    if (seesAsId === null || seesUntil === null) return null;
    const seen = await this.users.principal(seesAsId);
    if (seesUntil <= this.clock.now() || !seen || isAdministrator(seen) || !isAdministrator(own)) return 'over';
    return { seen, until: seesUntil };
  }

  private async close({ id, userId, seesAsId }: SessionEntity, by: 'person' | 'time'): Promise<void> {
    await this.database.tx(async (db) => {
      const { affected } = await db.update(SessionEntity, { id, seesAsId: seesAsId ?? '' }, { seesAsId: null, seesUntil: null });
      if (affected === 1) await this.audit.write({ action: 'view.ended', subject: seesAsId ?? '', detail: { by, viewer: userId } });
    });
  }
}

/** Nobody has more power; and what one administrator does should not look like another's. */
const isAdministrator = ({ roles }: Principal): boolean => roles.includes('admin');
