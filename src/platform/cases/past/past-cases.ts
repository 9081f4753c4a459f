import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Transactions } from '../../../sdk/index.js';
import { PastCases, type PastPage } from '../../releases/index.js';
import { CaseEntity } from '../entities/index.js';
import { grouped } from './grouped.js';
import { pastCase } from './past-case.js';
import { pastRows } from './past-rows.js';

/** Finished cases from the read model: the engine forgets its history, and would be asked for every case. */
@Injectable()
export class PastCasesRecord extends PastCases {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async page(from: number, count: number, until: string | null): Promise<PastPage> {
    const db = this.transactions.read;
    const where = { state: 'ended' as const, ...(until !== null && { endedAt: LessThanOrEqual(new Date(until)) }) };
    const found = await db.find(CaseEntity, { where, order: { endedAt: 'DESC', id: 'DESC' }, skip: from, take: count });
    const total = await db.count(CaseEntity, { where });
    const rows = await pastRows(db, found.map(({ id }) => id));
    const [instances, submissions, commands] = [grouped(rows.instances, byCase), grouped(rows.submissions, byCase), grouped(rows.commands, byCase)];
    const activities = grouped(rows.activities, ({ instanceId }) => instanceId);
    const cases = found.map((row) => {
      const own = instances.get(row.id) ?? [];
      return pastCase(row, { instances: own, activities: own.flatMap(({ id }) => activities.get(id) ?? []), submissions: submissions.get(row.id) ?? [], commands: commands.get(row.id) ?? [] });
    });
    return { total, until: until ?? found[0]?.endedAt?.toISOString() ?? null, cases };
  }
}

const byCase = ({ caseId }: { readonly caseId: string }): string => caseId;
