import { Injectable } from '@nestjs/common';
import { Clock, Offices, Problem, Transactions } from 'tertib';
import { In } from 'typeorm';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { QuestionCounts } from '../questions/question-counts.js';
import { RequestEntity } from '../requests/request.entity.js';
import { OWED } from '../requests/requests.service.js';
import type { Rooms, RoomsQuery } from './room.schemas.js';

const PAGE = 25;

/** The producers of a period, for whoever looks after them; a producer finds himself. */
@Injectable()
export class RoomsService {
  constructor(
    private readonly database: Transactions,
    private readonly offices: Offices,
    private readonly access: DatasetAccess,
    private readonly questions: QuestionCounts,
    private readonly clock: Clock,
  ) {}

  async page({ caseId, page: asked, q }: RoomsQuery): Promise<Rooms> {
    const period = await this.database.read.findOneBy(PeriodEntity, { id: caseId });
    if (!period) throw Problem.notFound();
    const bound = this.access.boundTo();
    const requests = await this.database.read.findBy(RequestEntity, { periodId: caseId, ...(bound !== null && { officeId: bound }) });
    if (bound !== null && requests.length === 0) return this.access.refuse(caseId, caseId);
    const names = new Map((await this.offices.all()).map(({ id, name }) => [id, name]));
    const unread = await this.questions.unreadByRequest(caseId);
    const words = q?.toLowerCase() ?? '';
    const found = requests.map((request) => ({ request, office: names.get(request.officeId) ?? request.officeCode, unread: unread.get(request.id) ?? 0 }))
      .filter(({ office, request }) => `${office}\n${request.officeCode}`.toLowerCase().includes(words))
      .toSorted((one, other) => other.unread - one.unread || (one.office < other.office ? -1 : 1));
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const page = Math.min(asked, pages);
    const shown = found.slice((page - 1) * PAGE, page * PAGE);
    const counts = await this.counts(caseId, shown.map(({ request }) => request.officeId));
    const now = this.clock.now();
    return {
      caseId, period: period.title, page, pages,
      items: shown.map(({ request: { id, officeId, state, deadline }, ...more }) => ({ id, officeId, state, deadline: deadline.toISOString(), open: deadline > now, asked: 0, owed: 0, ...counts.get(officeId), ...more })),
    };
  }

  /** Counted by the database, for the offices of one page. */
  private async counts(periodId: string, officeIds: readonly string[]): Promise<Map<string, { asked: number; owed: number }>> {
    const rows = await this.database.read.createQueryBuilder(DatasetEntity, 'd').select('d.officeId', 'office').addSelect('COUNT(*)', 'asked').addSelect('SUM(CASE WHEN d.state IN (:...owed) THEN 1 ELSE 0 END)', 'owed')
      .where({ periodId, officeId: In([...officeIds]) }).setParameter('owed', [...OWED]).groupBy('d.officeId').getRawMany<{ office: string; asked: string; owed: string }>();
    return new Map(rows.map(({ office, asked, owed }) => [office, { asked: Number(asked), owed: Number(owed) }]));
  }
}
