import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Problem, Transactions } from 'tertib';
import { DatasetEntity } from './dataset.entity.js';

/** Whose data sets the asker may see: a producer his own office's, the others all. */
@Injectable()
export class DatasetAccess {
  constructor(
    private readonly database: Transactions,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
  ) {}

  /** The office whose rows the asker is bound to; null is not bound. An account without an office sees none. */
  boundTo(): string | null {
    const { officeKind, officeId, roles } = this.asker.required();
    const free = officeKind === 'walidata' || officeKind === 'bps' || (officeKind === null && roles.includes('admin'));
    return free ? null : (officeId ?? '-');
  }

  /** @throws "not found" also where it exists and is another's; that is audited. */
  async dataset(id: string): Promise<DatasetEntity> {
    const dataset = await this.database.read.findOneBy(DatasetEntity, { id });
    if (!dataset) throw Problem.notFound();
    if ([null, dataset.officeId].includes(this.boundTo())) return dataset;
    return this.refuse(dataset.periodId, id, dataset.officeId);
  }

  /** Writes down who asked for what is another's, and lets it not exist. */
  async refuse(caseId: string, subject: string, officeId?: string): Promise<never> {
    await this.database.tx(() => this.audit.write({ action: 'access.refused', caseId, subject, ...(officeId && { officeId }) }));
    throw Problem.notFound();
  }
}
