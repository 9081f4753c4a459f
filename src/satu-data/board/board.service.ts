import { Injectable } from '@nestjs/common';
import { Offices, Problem, Transactions } from 'tertib';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DATASET_STATES, type DatasetState } from '../datasets/dataset.states.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { RequestEntity } from '../requests/request.entity.js';
import type { Board } from './board.schemas.js';

/** Producers × data sets of a period; a producer sees his own row. */
@Injectable()
export class BoardService {
  constructor(
    private readonly database: Transactions,
    private readonly offices: Offices,
    private readonly access: DatasetAccess,
  ) {}

  async of(caseId: string): Promise<Board> {
    const officeId = this.access.boundTo();
    const own = officeId === null ? {} : { officeId };
    const [period, datasets, requests, offices] = await Promise.all([
      this.database.read.findOneBy(PeriodEntity, { id: caseId }),
      this.database.read.find(DatasetEntity, { where: { periodId: caseId, ...own }, order: { position: 'ASC' } }),
      this.database.read.findBy(RequestEntity, { periodId: caseId, ...own }),
      this.offices.all(),
    ]);
    if (!period) throw Problem.notFound();
    if (officeId !== null && datasets.length === 0) return this.access.refuse(caseId, caseId);
    const names = new Map(offices.map(({ id, name }) => [id, name]));
    const producers = [...new Map(datasets.map((one) => [one.officeId, one.officeCode]))].map(([id, officeCode]) => ({
      officeId: id, officeCode, name: names.get(id) ?? officeCode,
      request: requestView(requests.find((one) => one.officeId === id)),
      datasets: datasets.filter((one) => one.officeId === id).map((one) => ({ id: one.id, code: one.code, title: one.title, slug: one.slug, state: one.state, reason: one.stateReason, updatedAt: one.updatedAt.toISOString() })),
    }));
    return { period: { id: period.id, title: period.title, year: period.year, deadline: period.deadline.toISOString(), releaseDate: period.releaseDate.toISOString(), state: period.state }, producers, totals: totals(datasets) };
  }
}

const requestView = (request: RequestEntity | undefined): Board['producers'][number]['request'] =>
  request ? { id: request.id, state: request.state, round: request.round, deadline: request.deadline.toISOString(), letterNumber: request.letterNumber, sentAt: request.sentAt?.toISOString() ?? null, endedAt: request.endedAt?.toISOString() ?? null } : null;

function totals(datasets: readonly DatasetEntity[]): Board['totals'] {
  const states = (Object.keys(DATASET_STATES) as DatasetState[]).map((state) => ({ state, name: DATASET_STATES[state].name, count: datasets.filter((one) => one.state === state).length }));
  return states.filter(({ count }) => count > 0);
}
