import { Injectable } from '@nestjs/common';
import { Offices, WorkingDays } from 'tertib';
import type { Board } from './board.schemas.js';
import { WAITS } from './holders.js';
import type { Held } from './producer-figures.js';

/** How long somebody has held something up, in the office's working days; by what roles are called there. */
@Injectable()
export class HeldDays {
  constructor(
    private readonly workingDays: WorkingDays,
    private readonly offices: Offices,
  ) {}

  async of(held: readonly Held[], now: Date): Promise<Board['producers'][number]['held']> {
    const roles = await this.offices.roleNames();
    return Promise.all(held.map(async ({ holder, count, since }) => ({ holder, name: WAITS[holder] ?? roles.get(holder) ?? { id: holder, en: holder }, count, since: since.toISOString(), workingDays: await this.workingDays.between(since, now) })));
  }
}
