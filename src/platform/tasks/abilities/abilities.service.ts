import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Principal } from '../../../sdk/index.js';
import { PersonAccess, UsersRepository } from '../../identity/index.js';
import { Releases } from '../../releases/index.js';
import type { Abilities } from './abilities.schemas.js';
import { mayStart, sightOf, stepsOf } from './abilities.js';

type View = z.infer<typeof Abilities>;

/** One answer to “what may this person see and do, and why?”, put together from what decides it. */
@Injectable()
export class PersonAbilities {
  constructor(
    private readonly access: PersonAccess,
    private readonly users: UsersRepository,
    private readonly releases: Releases,
  ) {}

  /** @throws not found. */
  async of(userId: string): Promise<View> {
    const roles = await this.access.of(userId);
    const principal = await this.users.principal(userId);
    // Who is not active may nothing, whatever roles he has.
    if (!principal) return { ...roles, sees: 'part', starts: [], procedures: [] };
    return { ...roles, sees: sightOf(principal), ...(await this.procedures(principal)) };
  }

  private async procedures(principal: Principal): Promise<Pick<View, 'starts' | 'procedures'>> {
    const live = await this.releases.live();
    if (!live) return { starts: [], procedures: [] };
    const startable = await this.releases.startable();
    const summaries = await Promise.all((await this.releases.keys(live.id, 'diagram')).map((key) => this.releases.summary(live.id, key)));
    const starts = summaries.filter((summary) => startable.some(({ key }) => key === summary.key) && mayStart(principal, summary));
    return {
      starts: starts.map(({ key, name, starters }) => ({ key, title: name, through: starters.filter((role) => principal.roles.includes(role)) })),
      procedures: summaries.map((summary) => ({ key: summary.key, title: summary.name, steps: stepsOf(principal, summary) })).filter(({ steps }) => steps.length > 0),
    };
  }
}
