import { Injectable } from '@nestjs/common';
import { Arrivals, Asker, AuditLog, Cases, Clock, Problem, Transactions } from 'tertib';
import { In, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ProducerMailer } from '../correspondence/producer-mail.js';
import { ExtensionEntity } from '../periods/extension.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { RequestEntity } from './request.entity.js';
import { RequestsService } from './requests.service.js';

export interface Extension {
  readonly caseId: string;
  /** None: all that are open. */
  readonly officeIds?: readonly string[] | undefined;
  readonly until: Date;
  readonly reason: string;
}

/** Deadlines put off (perpanjangan batas waktu), before they have passed, with a reason. */
@Injectable()
export class ExtensionService {
  constructor(
    private readonly database: Transactions,
    private readonly requests: RequestsService,
    private readonly cases: Cases,
    private readonly asker: Asker,
    private readonly mail: ProducerMailer,
    private readonly clock: Clock,
    private readonly arrivals: Arrivals,
    private readonly audit: AuditLog,
  ) {}

  /** Answers the offices whose deadline was moved. */
  async extend({ caseId, officeIds, until, reason }: Extension): Promise<string[]> {
    return this.database.tx(async (db) => {
      const period = await db.findOneBy(PeriodEntity, { id: caseId });
      if (!period) throw Problem.notFound();
      const open = await db.findBy(RequestEntity, { periodId: caseId, state: In(['sent', 'correcting']), ...(officeIds && { officeId: In([...officeIds]) }) });
      const now = this.arrivals.now();
      const movable = open.filter(({ deadline }) => deadline > now && deadline < until);
      if (movable.length === 0 || (officeIds && movable.length < new Set(officeIds).size)) throw tooLate();
      if (!officeIds) await db.update(PeriodEntity, { id: caseId }, { deadline: until });
      for (const request of movable) await this.move(db, period, request, { until, reason });
      return movable.map(({ officeId }) => officeId);
    });
  }

  private async move(db: EntityManager, period: PeriodEntity, request: RequestEntity, to: { until: Date; reason: string }): Promise<void> {
    const now = this.clock.now();
    const remindAt = await this.requests.nextReminder(to.until, { days: request.reminderDays, after: now });
    await db.update(RequestEntity, { id: request.id }, { deadline: to.until, remindAt });
    await db.insert(ExtensionEntity, { id: uuidv7(), requestId: request.id, before: request.deadline, until: to.until, reason: to.reason, userId: this.asker.required().id, at: now });
    const where = { name: 'producer', value: request.officeId };
    await this.cases.reschedule(period.id, 'batasWaktu', to.until, where);
    await this.cases.reschedule(period.id, 'waktuPengingat', remindAt, where);
    await this.mail.send({
      key: `extension:${request.id}:${to.until.toISOString()}`, caseId: period.id, officeId: request.officeId, template: 'mail-perpanjangan',
      data: { periode: { judul: period.title }, batasWaktu: to.until.toISOString(), alasan: to.reason },
    });
    await this.audit.write({ action: 'request.extended', caseId: period.id, officeId: request.officeId, subject: request.id, detail: { before: request.deadline.toISOString(), until: to.until.toISOString(), reason: to.reason } });
  }
}

const tooLate = () =>
  new Problem('nothing-to-extend', 409, {
    id: 'Batas waktu hanya dapat diperpanjang sebelum lewat, dan ke waktu yang lebih lambat.',
    en: 'A deadline can be extended only before it has passed, and only to a later time.',
  });
