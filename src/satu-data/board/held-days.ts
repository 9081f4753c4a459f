import { Injectable } from '@nestjs/common';
import { WorkingDays } from 'tertib';
import type { Board } from './board.schemas.js';
import { holderName } from './holders.js';
import type { Held } from './producer-figures.js';

/** How long somebody has held something up, in the office's working days. */
@Injectable()
export class HeldDays {
  constructor(private readonly workingDays: WorkingDays) {}

  of(held: readonly Held[], now: Date): Promise<Board['producers'][number]['held']> {
    return Promise.all(held.map(async ({ holder, count, since }) => ({ holder, name: holderName(holder), count, since: since.toISOString(), workingDays: await this.workingDays.between(since, now) })));
  }
}
