import { Injectable } from '@nestjs/common';
import { In, IsNull, type FindOptionsWhere } from 'typeorm';
import { Clock, Settings } from '../../../sdk/index.js';
import { Database } from '../../kernel/index.js';
import { UserEntity, UserRoleEntity } from '../identity.entities.js';
import { localDate } from '../local-date.js';
import { SubstituteEntity } from './substitute.entity.js';

/** Days are compared as text: YYYY-MM-DD. */
export function stateOf({ fromDay, untilDay, endedAt }: Pick<SubstituteEntity, 'fromDay' | 'untilDay' | 'endedAt'>, today: string): 'now' | 'later' | 'over' {
  if (endedAt !== null || untilDay < today) return 'over';
  return fromDay > today ? 'later' : 'now';
}

/** Who holds which role for somebody else today. Days begin and end at midnight in the office's zone. */
@Injectable()
export class StandingIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async today(): Promise<string> {
    return localDate(await this.settings.get('timezone', 'Asia/Jakarta'))(this.clock.now().getTime());
  }

  ofPerson(userId: string): Promise<SubstituteEntity[]> {
    return this.active({ userId });
  }

  ofPeople(userIds: readonly string[]): Promise<SubstituteEntity[]> {
    return this.active({ userId: In([...userIds]) });
  }

  inRole(role: string): Promise<SubstituteEntity[]> {
    return this.active({ role });
  }

  /** What the person delegates to colleagues today. */
  givenBy(forUserId: string): Promise<SubstituteEntity[]> {
    return this.active({ forUserId });
  }

  /** Everybody's. */
  now(): Promise<SubstituteEntity[]> {
    return this.active({});
  }

  private async active(whose: FindOptionsWhere<SubstituteEntity> | Record<string, never>): Promise<SubstituteEntity[]> {
    const rows = await this.database.read.find(SubstituteEntity, { where: { ...whose, endedAt: IsNull() }, order: { role: 'ASC', id: 'ASC' } });
    // Nearly always there is none, and every request asks.
    if (rows.length === 0) return [];
    const today = await this.today();
    const found: SubstituteEntity[] = [];
    for (const row of rows) if (stateOf(row, today) === 'now' && (await this.stillHisToGive(row))) found.push(row);
    return found;
  }

  /** A delegation gives what its giver has today: nothing once he has left, lost the role, or one of the two sits elsewhere. */
  private async stillHisToGive({ forUserId, userId, role }: SubstituteEntity): Promise<boolean> {
    if (forUserId === null) return true;
    const { read } = this.database;
    if (!(await read.existsBy(UserRoleEntity, { userId: forUserId, role }))) return false;
    const [giver, taker] = [await read.findOneBy(UserEntity, { id: forUserId }), await read.findOneBy(UserEntity, { id: userId })];
    return giver?.active === true && taker !== null && giver.officeId === taker.officeId;
  }
}
