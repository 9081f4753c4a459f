import { Injectable } from '@nestjs/common';
import { Arrivals, Asker, AuditLog, Cases, Clock, Problem, Transactions } from 'tertib';
import { In, LessThan, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ProducerMailer } from '../correspondence/producer-mail.js';
import { ExtensionEntity } from '../periods/extension.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { isTooFar, TOO_FAR } from '../shared/too-far.js';
import { OPEN } from './escalation.service.js';
import { RequestEntity } from './request.entity.js';
import { RequestsService } from './requests.service.js';

export interface Extension {
  readonly caseId: string;
  /** None: all that are open. */
  readonly officeIds?: readonly string[] | undefined;
  readonly until: Date;
  readonly reason: string;
}

/** What was worked out for a request beforehand. */
interface Drawn {
  readonly remindAt: Date;
  /** Sends what has been written. */
  readonly mail: () => Promise<void>;
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

  /** Answers the offices whose deadline was moved. @throws `deadline-too-far` (422), and `nothing-to-extend` (409) where it has passed or would come sooner. What is read for it and the texts of the mails are there before the transaction: with a thousand producers everybody else's saves would wait. */
  async extend(to: Extension): Promise<string[]> {
    const { caseId, officeIds, until } = to;
    if (isTooFar(until, this.arrivals.now())) throw new Problem('deadline-too-far', 422, TOO_FAR);
    const period = await this.database.read.findOneBy(PeriodEntity, { id: caseId });
    if (!period) throw Problem.notFound();
    const remindAt = this.requests.remindersOf(until);
    const drawn = new Map<string, Drawn>();
    for (const request of await this.movable(this.database.read, to)) drawn.set(request.id, { remindAt: await remindAt(request), mail: await this.written(period, request, to) });
    return this.database.tx(async (db) => {
      const movable = await this.movable(db, to);
      // Only ever put off: a request may have had more time than the others.
      if (!officeIds) await db.update(PeriodEntity, { id: caseId, deadline: LessThan(until) }, { deadline: until });
      const moved = movable.flatMap((request) => {
        const own = drawn.get(request.id);
        return own ? [{ request, own }] : [];
      });
      for (const { request, own } of moved) await this.move(db, request, own, to);
      return moved.map(({ request }) => request.officeId);
    });
  }

  /** Those that are open and get more time; asked for once more in the transaction, since one may have ended meanwhile. */
  private async movable(db: EntityManager, { caseId, officeIds, until }: Extension): Promise<RequestEntity[]> {
    const open = await db.findBy(RequestEntity, { periodId: caseId, state: In([...OPEN]), ...(officeIds && { officeId: In([...officeIds]) }) });
    const now = this.arrivals.now();
    const movable = open.filter(({ deadline }) => deadline > now && deadline < until);
    if (movable.length === 0 || (officeIds && movable.length < new Set(officeIds).size)) throw tooLate();
    return movable;
  }

  private written({ id: caseId, title }: PeriodEntity, { id, officeId }: RequestEntity, { until, reason }: Extension): Promise<() => Promise<void>> {
    return this.mail.written({
      key: `extension:${id}:${until.toISOString()}`, caseId, officeId, template: 'mail-perpanjangan',
      data: { periode: { judul: title }, batasWaktu: until.toISOString(), alasan: reason },
    });
  }

  private async move(db: EntityManager, request: RequestEntity, { remindAt, mail }: Drawn, { caseId, until, reason }: Extension): Promise<void> {
    await db.update(RequestEntity, { id: request.id }, { deadline: until, remindAt });
    await db.insert(ExtensionEntity, { id: uuidv7(), requestId: request.id, before: request.deadline, until, reason, userId: this.asker.required().id, at: this.clock.now() });
    const where = { name: 'producer', value: request.officeId };
    await this.cases.reschedule(caseId, 'batasWaktu', until, where);
    await this.cases.reschedule(caseId, 'waktuPengingat', remindAt, where);
    await mail();
    await this.audit.write({ action: 'request.extended', caseId, officeId: request.officeId, subject: request.id, detail: { before: request.deadline.toISOString(), until: until.toISOString(), reason } });
  }
}

const tooLate = () =>
  new Problem('nothing-to-extend', 409, {
    id: 'Batas waktu hanya dapat diperpanjang sebelum lewat, dan ke waktu yang lebih lambat.',
    en: 'A deadline can be extended only before it has passed, and only to a later time.',
  });
