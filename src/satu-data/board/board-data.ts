import { Injectable } from '@nestjs/common';
import { Clock, Offices, Problem, Transactions } from 'tertib';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { RequestEntity } from '../requests/request.entity.js';
import { BoardCounts, type Answers } from './board-counts.js';
import { PeriodTurns } from './period-turns.js';
import { producerFigures, type ProducerFigures } from './producer-figures.js';

export interface BoardData {
  readonly period: PeriodEntity;
  readonly producers: readonly ProducerFigures[];
  readonly answers: readonly Answers[];
  /** How many requests have had their deadline put off. */
  readonly extended: number;
  readonly nameOf: (officeId: string) => string | undefined;
  readonly now: Date;
  /** Whose figures these are; null: everybody's. */
  readonly officeId: string | null;
}

/** What board, summary and report are all made from; a producer gets his own row. */
@Injectable()
export class BoardReader {
  constructor(
    private readonly database: Transactions,
    private readonly counts: BoardCounts,
    private readonly turns: PeriodTurns,
    private readonly offices: Offices,
    private readonly access: DatasetAccess,
    private readonly clock: Clock,
  ) {}

  async of(periodId: string): Promise<BoardData> {
    const officeId = await this.access.boardBoundTo();
    const now = this.clock.now();
    const [period, states, answers, requests, planned, turns, offices] = await Promise.all([
      this.database.read.findOneBy(PeriodEntity, { id: periodId }),
      this.counts.states({ periodId, officeId }, now),
      this.counts.answers({ periodId, officeId }),
      this.database.read.findBy(RequestEntity, { periodId, ...(officeId !== null && { officeId }) }),
      this.counts.plannedDeadlines(periodId),
      this.turns.of(periodId),
      this.offices.all(),
    ]);
    if (!period) throw Problem.notFound();
    if (officeId !== null && states.length === 0) return this.access.refuse(periodId, periodId);
    const names = new Map(offices.map(({ id, name }) => [id, name]));
    return {
      period, answers, now, officeId, producers: producerFigures({ states, answers, requests, planned, turns, deadline: period.deadline, now }),
      extended: requests.filter(({ id }) => planned.has(id)).length, nameOf: (id) => names.get(id),
    };
  }
}
