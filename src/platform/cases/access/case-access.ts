import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Problem, Transactions, type Principal } from '../../../sdk/index.js';
import { Seen } from '../feed/seen.js';
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
  /** A part in a case is never lost, and each event of a case asks for every browser that is open. */
  private readonly parts = new Seen();

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
    const key = `${caseId} ${officeId}`;
    if (this.parts.has(key, '')) return true;
    const { read } = this.transactions;
    const part = { caseId, officeId };
    const found = (await read.existsBy(InstanceEntity, part)) || (await read.existsBy(TaskEntity, part)) || (await read.existsBy(SubmissionEntity, part));
    if (found) this.parts.add(key, '');
    return found;
  }

  /** Writes down that someone asked for what is not his. */
  async denied(caseId: string, what: string, subject: string): Promise<void> {
    await this.transactions.tx(() => this.audit.write({ action: 'access.denied', caseId, subject, detail: { what } }));
  }
}
