import { Injectable } from '@nestjs/common';
import { Clock, RepeatedLook, Settings, Transactions, WorkingDays } from 'tertib';
import { In, MoreThan } from 'typeorm';
import { PeriodEntity } from '../periods/period.entity.js';
import { grouped } from '../shared/grouped.js';
import { EscalationMail } from './escalation-mail.js';
import { EscalationEntity } from './escalation.entity.js';
import { EscalationService, OPEN } from './escalation.service.js';
import { askedSince, RequestEntity } from './request.entity.js';

const LOOK_EVERY = 900_000;

const stageOf = ({ deadline }: RequestEntity): string => `deadline:${deadline.toISOString()}`;

/** So many working days before a deadline as the office has set, its leader is told. A deadline that was put off is another stage. */
@Injectable()
export class EscalationSchedule extends RepeatedLook {
  constructor(
    private readonly database: Transactions,
    private readonly escalations: EscalationService,
    private readonly mail: EscalationMail,
    private readonly workingDays: WorkingDays,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    super(LOOK_EVERY);
  }

  /** Answers how many leaders this look told. What fails for one is tried again at the next look, and does not hold up the others. */
  async look(): Promise<number> {
    const days = await this.settings.get<number | ''>('collection.escalationDays', '');
    if (days === '') return 0;
    let told = 0;
    for (const [periodId, requests] of grouped(await this.due(days), (request) => request.periodId)) {
      const period = await this.database.read.findOneByOrFail(PeriodEntity, { id: periodId });
      const template = await this.mail.templateOf(periodId);
      for (const request of requests) {
        try {
          if ((await this.escalations.tell(period, request, { stage: stageOf(request), template, reason: null, userId: null })) === 'told') told += 1;
        } catch (error) {
          this.logger.error(error);
        }
      }
    }
    return told;
  }

  private async due(days: number): Promise<RequestEntity[]> {
    const now = this.clock.now();
    const open = await this.database.read.find(RequestEntity, { where: { state: In([...OPEN]), deadline: MoreThan(now) }, order: { id: 'ASC' } });
    const stages = [...new Set(open.map(stageOf))];
    const done = new Set((stages.length === 0 ? [] : await this.database.read.findBy(EscalationEntity, { stage: In(stages) })).map(({ requestId, stage }) => `${requestId} ${stage}`));
    const moments = new Map(await Promise.all([...new Set(open.map(({ deadline }) => deadline.getTime()))].map(async (deadline) => [deadline, await this.workingDays.add(new Date(deadline), -days)] as const)));
    return open.filter((request) => {
      const moment = moments.get(request.deadline.getTime());
      // Asked, or given back, so late that its moment had passed already: that itself has just said it.
      const asked = askedSince(request);
      const tooShort = moment !== undefined && asked !== null && moment <= asked;
      return moment !== undefined && moment <= now && !tooShort && !done.has(`${request.id} ${stageOf(request)}`);
    });
  }
}
