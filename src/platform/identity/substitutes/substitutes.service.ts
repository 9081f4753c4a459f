import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { Asker, AuditLog, Clock, Problem } from '../../../sdk/index.js';
import { Database } from '../../kernel/index.js';
import { UserEntity } from '../identity.entities.js';
import { RoleFit } from '../role-fit.js';
import { UsersRepository } from '../users.repository.js';
import { StandingIn, stateOf } from './standing-in.js';
import { DelegationNews } from './delegation-news.js';
import { SubstituteEntity } from './substitute.entity.js';
import { SubstituteProblem } from './substitutes.problems.js';
import type { SubstituteBody, SubstituteView } from './substitutes.schemas.js';

type View = z.infer<typeof SubstituteView>;

/** Substitutes (Plh. and Plt.), as an administrator keeps them, and the delegations among colleagues as he sees them: none is ever deleted, so that one can see later who was it when. */
@Injectable()
export class Substitutes {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly fit: RoleFit,
    private readonly standingIn: StandingIn,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly news: DelegationNews,
  ) {}

  /** Newest first. */
  async all(): Promise<View[]> {
    const rows = await this.database.read.find(SubstituteEntity, { order: { id: 'DESC' } });
    const users = await this.database.read.findBy(UserEntity, { id: In([...new Set(rows.flatMap(({ userId, forUserId }) => [userId, forUserId ?? userId]))]) });
    const names = new Map(users.map(({ id, name }) => [id, name]));
    const today = await this.standingIn.today();
    return rows.map((row) => viewOf(row, names, today));
  }

  /** @throws SubstituteProblem, DirectoryProblem. */
  async add(body: z.infer<typeof SubstituteBody>): Promise<View> {
    const { userId, role, fromDay, untilDay } = body;
    const today = await this.standingIn.today();
    if (role === 'admin') throw SubstituteProblem.administrator();
    if (untilDay < fromDay || untilDay < today) throw SubstituteProblem.wrongDays();
    return this.database.tx(async (db) => {
      const person = await this.users.byId(userId);
      if (!person?.active) throw SubstituteProblem.noSuchPerson();
      if ((await this.users.ownRolesOf(userId)).includes(role)) throw SubstituteProblem.ownRole();
      await this.fit.assert(person.officeId, [role]);
      const same = (await db.findBy(SubstituteEntity, { userId, role, endedAt: IsNull() })).find((one) => one.fromDay <= untilDay && fromDay <= one.untilDay);
      if (same) throw SubstituteProblem.overlap(same.fromDay, same.untilDay);
      const row: SubstituteEntity = { ...body, id: uuidv7(), forUserId: null, createdByName: this.asker.required().name, createdAt: this.clock.now(), endedAt: null };
      await db.insert(SubstituteEntity, row);
      await this.audit.write({ action: 'substitute.added', subject: userId, detail: { ...body } });
      return viewOf(row, new Map([[userId, person.name]]), today);
    });
  }

  /** From now on the person has the role no more; what he did as a substitute stays his. */
  async end(id: string): Promise<void> {
    await this.database.tx(async (db) => {
      const row = await db.findOneBy(SubstituteEntity, { id, endedAt: IsNull() });
      if (!row) throw Problem.notFound();
      await db.update(SubstituteEntity, { id }, { endedAt: this.clock.now() });
      await this.audit.write({ action: 'substitute.ended', subject: row.userId, detail: { role: row.role, fromDay: row.fromDay, untilDay: row.untilDay } });
      if (row.forUserId !== null) await this.news.tell(row, 'ended');
    });
  }
}

function viewOf({ forUserId, ...row }: SubstituteEntity, names: ReadonlyMap<string, string>, today: string): View {
  const nameOf = (id: string): string => names.get(id) ?? id;
  return { ...row, name: nameOf(row.userId), forName: forUserId === null ? null : nameOf(forUserId), state: stateOf(row, today), createdAt: row.createdAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null };
}
