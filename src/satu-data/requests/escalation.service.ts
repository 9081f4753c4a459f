import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Clock, MessageGateway, Problem, Settings, Transactions } from 'tertib';
import { In, MoreThan } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { PeriodEntity } from '../periods/period.entity.js';
import { roomPath } from '../shared/admin-address.js';
import { officeTime } from '../shared/office-time.js';
import { EscalationMail } from './escalation-mail.js';
import { EscalationEntity } from './escalation.entity.js';
import { RequestEntity, type RequestState } from './request.entity.js';
import { OWED, RequestsService } from './requests.service.js';

/** While these hold, the producer can still answer. */
export const OPEN: readonly RequestState[] = ['sent', 'correcting'];

/** Passed on by the gateway; what is owed stays behind the sign-in. */
const TITLE = { id: 'Data dari kantor Anda ditunggu', en: 'Your office’s data are awaited' };

export interface Escalation {
  readonly caseId: string;
  /** None: all that are open. */
  readonly officeIds?: readonly string[] | undefined;
  readonly reason: string;
}

/** What came of it, by office. */
export interface Escalated {
  readonly told: readonly string[];
  /** Told today already. */
  readonly before: readonly string[];
  /** Nobody there has an address, nor a leader an account. */
  readonly unreached: readonly string[];
}

type Outcome = keyof Escalated | 'nothing-owed';
interface Stage {
  readonly stage: string;
  readonly template: string;
  readonly reason: string | null;
  readonly userId: string | null;
}

/** The leader of a producer is told what his office owes: never twice for the same stage, whoever presses and however many look. */
@Injectable()
export class EscalationService {
  constructor(
    private readonly database: Transactions,
    private readonly requests: RequestsService,
    private readonly mail: EscalationMail,
    private readonly gateway: MessageGateway,
    private readonly settings: Settings,
    private readonly asker: Asker,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** By hand, once a day and producer, before the deadline. */
  async escalate({ caseId, officeIds, reason }: Escalation): Promise<Escalated> {
    const period = await this.database.read.findOneBy(PeriodEntity, { id: caseId });
    if (!period) throw Problem.notFound();
    const now = this.clock.now();
    const open = await this.database.read.find(RequestEntity, { where: { periodId: caseId, state: In([...OPEN]), deadline: MoreThan(now), ...(officeIds && { officeId: In([...officeIds]) }) }, order: { officeCode: 'ASC' } });
    if (open.length === 0 || (officeIds && open.length < new Set(officeIds).size)) throw nothingOpen();
    const day = officeTime(await this.settings.get('timezone', 'Asia/Jakarta'))(now).slice(0, 10);
    const stage = { stage: `day:${day}`, template: await this.mail.templateOf(caseId), reason, userId: this.asker.required().id };
    const found: Record<Outcome, string[]> = { told: [], before: [], unreached: [], 'nothing-owed': [] };
    for (const request of open) found[await this.tell(period, request, stage)].push(request.officeId);
    if (found['nothing-owed'].length === open.length) throw nothingOpen();
    return { told: found.told, before: found.before, unreached: found.unreached };
  }

  /** One request in one transaction: the row, by which the leader finds it in the application, the mail, the message and the entry of the trail are there together or not at all. */
  async tell(period: PeriodEntity, request: RequestEntity, { stage, template, reason, userId }: Stage): Promise<Outcome> {
    const [owed, { readers, signsIn }] = await Promise.all([this.requests.datasets(request, OWED), this.mail.receivers(request.officeId)]);
    if (owed.length === 0) return 'nothing-owed';
    if (readers.length === 0 && !signsIn) return 'unreached';
    const id = uuidv7();
    return this.database.tx(async (db) => {
      await db.createQueryBuilder().insert().into(EscalationEntity).values({ id, requestId: request.id, stage, reason, userId, at: this.clock.now() }).orIgnore().execute();
      if (!(await db.existsBy(EscalationEntity, { id }))) return 'before';
      const key = `escalation:${request.id}:${stage}`;
      if (readers.length > 0) await this.mail.send({ key, readers, template, period, request, owed, reason });
      await this.gateway.tell({ key, title: TITLE, path: roomPath(request), to: { role: 'pimpinan', officeId: request.officeId } });
      await this.audit.write({ action: 'request.escalated', caseId: period.id, officeId: request.officeId, subject: request.id, detail: { stage, reason, datasets: owed.length, receivers: readers.flatMap(({ to }) => to).length } });
      return 'told';
    });
  }
}

const nothingOpen = () =>
  new Problem('nothing-to-escalate', 409, {
    id: 'Tidak ada yang perlu diingatkan: hanya produsen yang belum menyampaikan data dan batas waktunya belum lewat yang dapat diingatkan. Muat ulang papan, lalu pilih kembali.',
    en: 'There is nobody to be told: only producers that still owe data, before their deadline, can be. Load the board again and choose anew.',
  });
