import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Asker, AuditLog, Problem, Transactions } from '../../sdk/index.js';
import { Events } from '../kernel/index.js';
import { Releases } from '../releases/index.js';
import { CaseEntity } from './entities/index.js';
import { Outbox } from './outbox/outbox.js';

/** The process variable that carries the reason to the diagram. */
const REASON_VARIABLE = 'alasanBatal';
const CANCELS = /batal|cancel/i;

/** Ends a case before its time: by the diagram's own way where it has one, by removing the instance otherwise. */
@Injectable()
export class Cancellation {
  constructor(
    private readonly transactions: Transactions,
    private readonly releases: Releases,
    private readonly outbox: Outbox,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly events: Events,
  ) {}

  /** Whoever may start a procedure may cancel it. */
  async cancel(row: CaseEntity, reason: string): Promise<void> {
    const summary = await this.releases.summary(row.releaseId, row.procedureKey);
    const { roles } = this.asker.required();
    if (summary.starters.length > 0 && !summary.starters.some((role) => roles.includes(role))) throw Problem.forbidden();
    if (row.state === 'ended' || row.state === 'cancelled') throw over();
    const message = [...summary.elements.values()].find((element) => element.type === 'StartEvent' && element.message !== null && CANCELS.test(element.message))?.message;
    await this.transactions.tx(async (db) => {
      const { affected } = await db.update(CaseEntity, { id: row.id, cancelReason: IsNull() }, { cancelReason: reason });
      if (affected !== 1) throw over();
      const key = `cancel:${row.id}`;
      if (message) await this.outbox.enqueue({ key, caseId: row.id, kind: 'correlate', payload: { message, variables: { [REASON_VARIABLE]: reason } } });
      else await this.outbox.enqueue({ key, caseId: row.id, kind: 'cancel', payload: {} });
      await this.audit.write({ action: 'case.cancelled', caseId: row.id, detail: { reason } });
      this.transactions.afterCommit(() => this.events.emit('case.changed', { caseId: row.id }));
    });
  }
}

const over = (): Problem => new Problem('case-over', 409, { id: 'Proses ini sudah selesai atau sudah dibatalkan.', en: 'This case has ended or been cancelled already.' });
