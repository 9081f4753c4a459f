import { Injectable } from '@nestjs/common';
import { Offices, Transactions } from 'tertib';
import { In } from 'typeorm';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { QuestionCounts, UNREAD } from './question-counts.js';
import { QuestionEntity } from './question.entities.js';
import type { Threads } from './question.schemas.js';

const PAGE = 25;

interface Row { readonly dataset: string; readonly last: string; readonly messages: string; readonly unread: string }

/** All threads of the asker, over all periods. */
@Injectable()
export class QuestionThreads {
  constructor(
    private readonly database: Transactions,
    private readonly offices: Offices,
    private readonly access: DatasetAccess,
    private readonly counts: QuestionCounts,
  ) {}

  async page(asked: number): Promise<Threads> {
    const bound = this.access.boundTo();
    const mine = () => { const query = this.counts.counted(); return bound === null ? query : query.where('q.officeId = :bound', { bound }); };
    const count = Number((await mine().select('COUNT(DISTINCT q.datasetId)', 'count').getRawOne<{ count: string }>())?.count ?? 0);
    const pages = Math.max(1, Math.ceil(count / PAGE));
    const page = Math.min(asked, pages);
    const rows = await mine().select('q.datasetId', 'dataset').addSelect('MAX(q.id)', 'last').addSelect('COUNT(*)', 'messages').addSelect(UNREAD, 'unread')
      .groupBy('q.datasetId').orderBy(`CASE WHEN ${UNREAD} > 0 THEN 0 ELSE 1 END`).addOrderBy('MAX(q.id)', 'DESC').offset((page - 1) * PAGE).limit(PAGE).getRawMany<Row>();
    return { items: await this.shown(rows), page, pages };
  }

  private async shown(rows: readonly Row[]): Promise<Threads['items']> {
    const { read } = this.database;
    const [lasts, datasets, offices] = await Promise.all([
      read.findBy(QuestionEntity, { id: In(rows.map(({ last }) => last)) }), read.find(DatasetEntity, { select: { id: true, title: true, officeCode: true }, where: { id: In(rows.map(({ dataset }) => dataset)) } }), this.offices.all(),
    ]);
    const periods = new Map((await read.findBy(PeriodEntity, { id: In(lasts.map(({ periodId }) => periodId)) })).map(({ id, title }) => [id, title]));
    const names = new Map(offices.map(({ id, name }) => [id, name]));
    return rows.flatMap(({ dataset: datasetId, last, messages, unread }) => {
      const message = lasts.find(({ id }) => id === last);
      const dataset = datasets.find(({ id }) => id === datasetId);
      if (!message || !dataset) return [];
      const { requestId, periodId: caseId, officeId, at, text, userName } = message;
      return [{ requestId, datasetId, caseId, period: periods.get(caseId) ?? '', office: names.get(officeId) ?? dataset.officeCode, dataset: dataset.title, messages: Number(messages), unread: Number(unread), lastAt: at.toISOString(), lastText: text, lastBy: userName }];
    });
  }
}
