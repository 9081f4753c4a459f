import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { Asker, AuditLog, Clock, Problem, type Principal } from '../../../sdk/index.js';
import { Database } from '../../kernel/index.js';
import { UserEntity } from '../identity.entities.js';
import { UsersRepository } from '../users.repository.js';
import { DelegationNews } from './delegation-news.js';
import { DelegationProblem } from './delegations.problems.js';
import type { DelegationBody, DelegationChoices, DelegationView, OwnDelegations } from './delegations.schemas.js';
import { StandingIn, stateOf } from './standing-in.js';
import { SubstituteEntity } from './substitute.entity.js';
import { SubstituteProblem } from './substitutes.problems.js';

type View = z.infer<typeof DelegationView>;

/** What a person does about his own tasks when he is away: gives a role of his to a colleague for some days. Nobody does so for another. */
@Injectable()
export class Delegations {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly standingIn: StandingIn,
    private readonly news: DelegationNews,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async own(): Promise<z.infer<typeof OwnDelegations>> {
    const { id } = this.asker.required();
    const given = await this.database.read.find(SubstituteEntity, { where: { forUserId: id }, order: { id: 'DESC' } });
    const received = await this.database.read.find(SubstituteEntity, { where: { userId: id, capacity: 'delegate' }, order: { id: 'DESC' } });
    return { given: await this.views(given), received: await this.views(received) };
  }

  async choices(): Promise<z.infer<typeof DelegationChoices>> {
    const me = this.asker.required();
    const colleagues = (await this.users.all()).filter((one) => one.id !== me.id && one.active && one.officeId === me.officeId);
    return { roles: await this.delegable(me), colleagues: colleagues.map(({ id, name, title, roles }) => ({ id, name, title, roles })) };
  }

  /** @throws DelegationProblem, SubstituteProblem. */
  async add(body: z.infer<typeof DelegationBody>): Promise<View> {
    const { userId, role, fromDay, untilDay } = body;
    if (untilDay < fromDay || untilDay < (await this.standingIn.today())) throw SubstituteProblem.wrongDays();
    return this.database.tx(async (db) => {
      const me = this.asker.required();
      if (!(await this.delegable(me)).includes(role)) throw DelegationProblem.notYours();
      const colleague = await this.users.byId(userId);
      if (!colleague?.active || userId === me.id || colleague.officeId !== me.officeId) throw DelegationProblem.notColleague();
      if ((await this.users.ownRolesOf(userId)).includes(role)) throw DelegationProblem.holdsIt();
      const running = await db.findBy(SubstituteEntity, { role, endedAt: IsNull() });
      const same = running.filter((one) => one.fromDay <= untilDay && fromDay <= one.untilDay);
      const mine = same.find(({ forUserId }) => forUserId === me.id);
      if (mine) throw DelegationProblem.delegated((await this.users.byId(mine.userId))?.name ?? mine.userId, mine.fromDay, mine.untilDay);
      const theirs = same.find((one) => one.userId === userId);
      if (theirs) throw SubstituteProblem.overlap(theirs.fromDay, theirs.untilDay);
      const row: SubstituteEntity = { ...body, id: uuidv7(), capacity: 'delegate', forUserId: me.id, createdByName: me.name, createdAt: this.clock.now(), endedAt: null };
      await db.insert(SubstituteEntity, row);
      await this.audit.write({ action: 'delegation.added', subject: userId, detail: { ...body, to: colleague.name } });
      await this.news.tell(row, 'made');
      return (await this.views([row]))[0] as View;
    });
  }

  /** Before its last day, by whoever gave it. @throws not found, for what others gave too; those are audited. */
  async end(id: string): Promise<void> {
    await this.assertMine(id);
    await this.database.tx(async (db) => {
      const { affected } = await db.update(SubstituteEntity, { id, endedAt: IsNull() }, { endedAt: this.clock.now() });
      const row = await db.findOneBy(SubstituteEntity, { id });
      if (affected !== 1 || !row) throw Problem.notFound();
      await this.audit.write({ action: 'delegation.ended', subject: row.userId, detail: { role: row.role, fromDay: row.fromDay, untilDay: row.untilDay } });
      await this.news.tell(row, 'ended');
    });
  }

  private async assertMine(id: string): Promise<void> {
    const row = await this.database.read.findOneBy(SubstituteEntity, { id });
    if (row?.forUserId === this.asker.required().id) return;
    if (row) await this.audit.write({ action: 'delegation.denied', subject: id });
    throw Problem.notFound();
  }

  /** Not the administrator's, who gives the role itself to somebody; and not what one holds for another: no chains. */
  private async delegable({ id }: Principal): Promise<string[]> {
    return (await this.users.ownRolesOf(id)).filter((role) => role !== 'admin');
  }

  private async views(rows: readonly SubstituteEntity[]): Promise<View[]> {
    const people = await this.database.read.findBy(UserEntity, { id: In([...new Set(rows.flatMap(({ userId, forUserId }) => [userId, forUserId ?? '']))]) });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const today = await this.standingIn.today();
    return rows.map((row) => {
      const { id, userId, role, fromDay, untilDay, basis, createdAt, endedAt } = row;
      const [name, forName] = [userId, row.forUserId ?? ''].map((who) => names.get(who) ?? who) as [string, string];
      return { id, userId, role, fromDay, untilDay, basis, name, forName, state: stateOf(row, today), createdAt: createdAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
    });
  }
}
