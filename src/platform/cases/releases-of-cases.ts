import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transactions } from '../../sdk/index.js';
import { Releases, RunningReleases } from '../releases/index.js';
import { CaseEntity, InstanceEntity } from './entities/index.js';

/** As the read model knows it: the engine may still be starting when this is asked. */
@Injectable()
export class ReleasesOfCases extends RunningReleases {
  constructor(
    private readonly transactions: Transactions,
    private readonly releases: Releases,
  ) {
    super();
  }

  async ids(): Promise<readonly string[]> {
    const rows = await this.transactions.read.find(CaseEntity, { select: { releaseId: true }, where: { state: In(['starting', 'running']) } });
    // A called part may still be on an older version than the case, or the other way round.
    const parts = await this.transactions.read.createQueryBuilder(InstanceEntity, 'i').select('i.definitionId', 'id').distinct().where("i.state = 'active'").getRawMany<{ id: string }>();
    const ofParts = await Promise.all(parts.map(({ id }) => this.releases.byProcessDefinition(id)));
    return [...new Set([...rows, ...ofParts].flatMap((row) => row?.releaseId ?? []))];
  }
}
