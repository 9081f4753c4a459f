import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Problem, Transactions, type Principal } from '../../../sdk/index.js';
import { CaseEntity, InstanceEntity, SubmissionEntity, TaskEntity } from '../entities/index.js';

/** A case, and the office whose parts alone may be seen of it; null: all. */
export interface VisibleCase {
  readonly row: CaseEntity;
  readonly officeId: string | null;
}

/** Matches no row. */
const NOBODY = '-';

/** The office that a person is confined to: people of producers to their own, others to none. */
export const confinedTo = (principal: Principal): string | null => (principal.officeKind === 'produsen' ? (principal.officeId ?? NOBODY) : null);

/** Who may see which case. What a person may not see does not exist for him, and that he asked is written down. */
@Injectable()
export class CaseAccess {
  constructor(
    private readonly transactions: Transactions,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
  ) {}

  /** @throws not found. */
  async visible(caseId: string): Promise<VisibleCase> {
    const principal = this.asker.required();
    const officeId = confinedTo(principal);
    const row = await this.transactions.read.findOneBy(CaseEntity, { id: caseId });
    if (row && (officeId === null || (await this.hasPart(caseId, officeId)))) return { row, officeId };
    if (row) await this.denied(caseId, 'case', caseId);
    throw Problem.notFound();
  }

  async hasPart(caseId: string, officeId: string): Promise<boolean> {
    const { read } = this.transactions;
    if (await read.existsBy(InstanceEntity, { caseId, officeId })) return true;
    if (await read.existsBy(TaskEntity, { caseId, officeId })) return true;
    return read.existsBy(SubmissionEntity, { caseId, officeId });
  }

  /** Writes down that someone asked for what is not his. */
  async denied(caseId: string, what: string, subject: string): Promise<void> {
    await this.transactions.tx(() => this.audit.write({ action: 'access.denied', caseId, subject, detail: { what } }));
  }
}
