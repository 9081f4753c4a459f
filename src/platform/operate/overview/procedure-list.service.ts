import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Transactions } from '../../../sdk/index.js';
import { CaseEntity } from '../../cases/index.js';
import { Releases } from '../../releases/index.js';
import { DrawnDiagrams } from './drawn-diagrams.service.js';
import type { ProcedureListSchema } from './overview.schemas.js';

/** Procedures to look at: those that people may start now, and those that ever had cases; most cases first. */
@Injectable()
export class ProcedureList {
  constructor(
    private readonly transactions: Transactions,
    private readonly releases: Releases,
    private readonly drawn: DrawnDiagrams,
  ) {}

  async all(): Promise<z.infer<typeof ProcedureListSchema>> {
    const rows = await this.transactions.read
      .createQueryBuilder(CaseEntity, 'c')
      .select('c.procedureKey', 'key')
      .addSelect('COUNT(*)', 'cases')
      .addSelect("SUM(CASE WHEN c.state IN ('starting', 'running') THEN 1 ELSE 0 END)", 'running')
      .groupBy('c.procedureKey')
      .getRawMany<{ key: string; cases: string | number; running: string | number }>();
    const known = new Map(rows.map(({ key, cases, running }) => [key, { cases: Number(cases), running: Number(running) }]));
    for (const { key } of await this.releases.startable()) if (!known.has(key)) known.set(key, { cases: 0, running: 0 });
    const named = [...known].map(async ([key, counts]) => ({ key, name: (await this.drawn.of(key))[0]?.name ?? key, ...counts }));
    return (await Promise.all(named)).toSorted((a, b) => b.cases - a.cases || (a.name < b.name ? -1 : 1));
  }
}
