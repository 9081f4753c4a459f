import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transactions } from '../../sdk/index.js';
import { RunningReleases } from '../releases/index.js';
import { CaseEntity } from './entities/case.entity.js';

/** As the read model knows it: the engine may still be starting when this is asked. */
@Injectable()
export class ReleasesOfCases extends RunningReleases {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async ids(): Promise<readonly string[]> {
    const rows = await this.transactions.read.find(CaseEntity, { select: { releaseId: true }, where: { state: In(['starting', 'running']) } });
    return [...new Set(rows.map(({ releaseId }) => releaseId))];
  }
}
