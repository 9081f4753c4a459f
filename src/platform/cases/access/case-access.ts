import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Asker, AuditLog, Problem, Transactions } from '../../../sdk/index.js';
import { Seen } from '../feed/seen.js';
import { CaseEntity, InstanceEntity, SubmissionEntity, TaskEntity } from '../entities/index.js';
import { sightOf, type Sight } from './sight.js';

/** A case, and what may be seen of it. */
export interface VisibleCase {
  readonly row: CaseEntity;
  readonly sight: Sight;
}

/** Who may see which case. What a person may not see does not exist for him, and that he asked is written down. */
@Injectable()
export class CaseAccess {
  /** A part in a case is never lost, and each event of a case asks for every browser that is open. */
  private readonly parts = new Seen();

  constructor(
    private readonly transactions: Transactions,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
  ) {}

  /** @throws not found. */
  async visible(caseId: string): Promise<VisibleCase> {
    const sight = sightOf(this.asker.required());
    const row = await this.transactions.read.findOneBy(CaseEntity, { id: caseId });
    if (row && (await this.hasPart(caseId, sight))) return { row, sight };
    if (row) await this.denied(caseId, 'case', caseId);
    throw Problem.notFound();
  }

  /** Those of these cases that the asker may see. */
  async among(caseIds: readonly string[]): Promise<ReadonlySet<string>> {
    const sight = sightOf(this.asker.required());
    const known = await this.transactions.read.find(CaseEntity, { select: { id: true }, where: { id: In([...caseIds]) } });
    const seen = await Promise.all(known.map(async ({ id }) => ((await this.hasPart(id, sight)) ? [id] : [])));
    return new Set(seen.flat());
  }

  async hasPart(caseId: string, { whole, key: who, task, instance, submission }: Sight): Promise<boolean> {
    const key = `${caseId} ${who}`;
    if (whole || this.parts.has(key, '')) return true;
    const { read } = this.transactions;
    const found = (await read.existsBy(TaskEntity, { caseId, ...task })) || (await read.existsBy(InstanceEntity, { caseId, ...instance })) || (await read.existsBy(SubmissionEntity, { caseId, ...submission }));
    if (found) this.parts.add(key, '');
    return found;
  }

  /** Writes down that someone asked for what is not his. */
  async denied(caseId: string, what: string, subject: string): Promise<void> {
    await this.transactions.tx(() => this.audit.write({ action: 'access.denied', caseId, subject, detail: { what } }));
  }
}
