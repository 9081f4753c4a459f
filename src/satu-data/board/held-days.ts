import { Injectable } from '@nestjs/common';
import { Offices, WorkingDays, type Text } from 'tertib';
import type { Board } from './board.schemas.js';
import { WAITS } from './holders.js';
import type { Held } from './producer-figures.js';

/** What roles are called in this office. */
export type RoleNames = ReadonlyMap<string, Text>;

/** How long somebody has held something up, in the office's working days; by what roles are called there. */
@Injectable()
export class HeldDays {
  constructor(
    private readonly workingDays: WorkingDays,
    private readonly offices: Offices,
  ) {}

  names(): Promise<RoleNames> {
    return this.offices.roleNames();
  }

  of(held: readonly Held[], roles: RoleNames, now: Date): Promise<Board['producers'][number]['held']> {
    return Promise.all(held.map(async ({ holder, count, since }) => ({ holder, name: WAITS[holder] ?? roles.get(holder) ?? { id: holder, en: holder }, count, since: since.toISOString(), workingDays: await this.workingDays.between(since, now) })));
  }
}
