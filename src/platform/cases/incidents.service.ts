import { Injectable } from '@nestjs/common';
import { AuditLog, EngineClient, EngineUnavailable, Problem, Transactions } from '../../sdk/index.js';
import { IncidentEntity } from './entities/index.js';
import { Feed } from './feed/feed.js';
import { Outbox } from './outbox/outbox.js';

/** Lets what got stuck try again. */
@Injectable()
export class Incidents {
  constructor(
    private readonly transactions: Transactions,
    private readonly engine: EngineClient,
    private readonly outbox: Outbox,
    private readonly feed: Feed,
    private readonly audit: AuditLog,
  ) {}

  /** @param why - what the audit log is to say besides. */
  async retry(id: string, why: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const incident = await this.transactions.read.findOneBy(IncidentEntity, { id });
    if (!incident || incident.endedAt !== null || incident.configuration === null) throw Problem.notFound();
    await this.again(incident.type, incident.configuration);
    await this.transactions.tx(() => this.audit.write({ action: 'incident.retried', caseId: incident.caseId, subject: id, detail: { message: incident.message, ...why } }));
    await this.feed.sync();
  }

  private async again(type: string, configuration: string): Promise<void> {
    try {
      if (type === 'command') await this.outbox.retry(configuration);
      else if (type === 'failedExternalTask') await this.engine.externalTasks.setRetries(configuration, 1);
      else await this.engine.jobs.setRetries(configuration, 1);
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error;
      throw new Problem('engine-away', 503, { id: 'Mesin proses sedang tidak dapat dihubungi. Coba lagi sebentar.', en: 'The engine cannot be reached at the moment. Try again shortly.' });
    }
  }
}
