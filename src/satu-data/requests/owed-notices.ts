import { Injectable } from '@nestjs/common';
import { Clock, NoticeSource, OpenTasks, Settings, Transactions, type Notice, type Principal } from 'tertib';
import { In, MoreThan } from 'typeorm';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { roomPath } from '../shared/admin-address.js';
import { EscalationEntity } from './escalation.entity.js';
import { OPEN } from './escalation.service.js';
import { noticeWords, type OwedFacts } from './owed-words.js';
import { askedSince, RequestEntity } from './request.entity.js';
import { OWED, RequestsService } from './requests.service.js';

/** In the application, what the mails say: an operator is reminded, a leader is told what his office owes, while it does. */
@Injectable()
export class OwedNotices extends NoticeSource {
  constructor(
    private readonly database: Transactions,
    private readonly requests: RequestsService,
    private readonly tasks: OpenTasks,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    super();
  }

  async of({ officeId, officeKind, roles }: Principal): Promise<Notice[]> {
    if (officeKind !== 'produsen' || officeId === null) return [];
    const open = await this.database.read.find(RequestEntity, { where: { officeId, state: In([...OPEN]), deadline: MoreThan(this.clock.now()) }, order: { deadline: 'ASC' } });
    const found = await Promise.all(open.map(async (request) => {
      const owed = await this.requests.datasets(request, OWED);
      if (owed.length === 0) return [];
      return [...(roles.includes('pimpinan') ? await this.forLeader(request, owed) : []), ...(roles.includes('operator') ? await this.forOperator(request, owed) : [])];
    }));
    return found.flat();
  }

  private async forLeader(request: RequestEntity, owed: readonly DatasetEntity[]): Promise<Notice[]> {
    const [last] = await this.database.read.find(EscalationEntity, { where: { requestId: request.id }, order: { at: 'DESC' }, take: 1 });
    return last && isOfThisRound(request, last) ? [await this.notice(request, owed, { of: 'leader', form: 'validasi-pimpinan', since: last.at, reason: last.reason })] : [];
  }

  private async forOperator(request: RequestEntity, owed: readonly DatasetEntity[]): Promise<Notice[]> {
    const { remindedAt } = request;
    const mine = owed.filter(({ state }) => state !== 'delivered');
    return remindedAt && mine.length > 0 ? [await this.notice(request, mine, { of: 'operator', form: 'penyampaian-data', since: remindedAt, reason: null })] : [];
  }

  private async notice(request: RequestEntity, owed: readonly DatasetEntity[], { of, form, since, reason }: Pick<OwedFacts, 'of' | 'reason'> & { readonly form: string; readonly since: Date }): Promise<Notice> {
    const { periodId, officeId } = request;
    const [period, [task], zone] = await Promise.all([this.database.read.findOneByOrFail(PeriodEntity, { id: periodId }), this.tasks.ofCase(periodId, form, { officeId }), this.settings.get('timezone', 'Asia/Jakarta')]);
    const words = noticeWords({ of, period: period.title, deadline: request.deadline, reason, owed, hasTask: task !== undefined, zone });
    return { ...words, key: `owed:${request.id}:${of}`, since, action: { path: task ? `/tasks/${task.taskId}` : roomPath(request), title: words.action } };
  }
}

/** Data that were returned for correction, or are asked for once more, are owed anew: what the leader was told before is done with. */
const isOfThisRound = (request: RequestEntity, { at }: EscalationEntity): boolean => at >= (askedSince(request) ?? at);
