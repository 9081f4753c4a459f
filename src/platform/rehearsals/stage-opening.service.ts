import { Injectable } from '@nestjs/common';
import { Transactions, type StandIn } from '../../sdk/index.js';
import { AccessRegistry, copyOffice, vacantRoles } from '../identity/index.js';
import type { Resource } from '../releases/index.js';
import { Stages, type Stage } from './ports.js';

/** Opens stages with the office's people of now. */
@Injectable()
export class StageOpening {
  constructor(
    private readonly stages: Stages,
    private readonly transactions: Transactions,
    private readonly access: AccessRegistry,
  ) {}

  /** @throws as {@link Stages.build}. */
  async open(resources: readonly Resource[], standIn: StandIn, signal: AbortSignal): Promise<Stage> {
    const office = await copyOffice(this.transactions.read);
    const vacant = vacantRoles(office, this.access.roles.map(({ key }) => key)).map((key) => ({ key, name: this.access.role(key)?.title.id ?? key }));
    return this.stages.build({ resources, office, vacant, standIn }, signal);
  }
}
