import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { Clock, Settings } from '../../../sdk/index.js';
import { Database } from '../../kernel/index.js';
import { localDate } from '../local-date.js';
import { SubstituteEntity } from './substitute.entity.js';

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

  inRole(role: string): Promise<SubstituteEntity[]> {
    return this.active({ role });
  }

  private async active(whose: { userId: string } | { role: string }): Promise<SubstituteEntity[]> {
    const { read } = this.database;
    // Nearly always there is none, and every request asks.
    if (!(await read.existsBy(SubstituteEntity, { ...whose, endedAt: IsNull() }))) return [];
    const today = await this.today();
    return read.find(SubstituteEntity, { where: { ...whose, endedAt: IsNull(), fromDay: LessThanOrEqual(today), untilDay: MoreThanOrEqual(today) }, order: { role: 'ASC', id: 'ASC' } });
  }
}
