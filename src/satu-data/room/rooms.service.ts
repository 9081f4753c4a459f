import { Injectable } from '@nestjs/common';
import { Clock, Offices, Problem, Transactions } from 'tertib';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { QuestionCounts } from '../questions/question-counts.js';
import { RequestEntity } from '../requests/request.entity.js';
import { RequestsService } from '../requests/requests.service.js';
import type { Rooms, RoomsQuery } from './room.schemas.js';

const PAGE = 25;

/** The producers of a period, for whoever looks after them; a producer finds himself. */
@Injectable()
export class RoomsService {
  constructor(
    private readonly database: Transactions,
    private readonly offices: Offices,
    private readonly access: DatasetAccess,
    private readonly requests: RequestsService,
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
    const counts = await this.requests.counts(caseId, shown.map(({ request }) => request.officeId));
    const now = this.clock.now();
    return {
      caseId, period: period.title, page, pages,
      items: shown.map(({ request: { id, officeId, state, deadline }, ...more }) => ({ id, officeId, state, deadline: deadline.toISOString(), open: deadline > now, asked: 0, owed: 0, ...counts.get(officeId), ...more })),
    };
  }
}
