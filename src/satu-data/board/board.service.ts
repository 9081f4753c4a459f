import { Injectable } from '@nestjs/common';
import { Offices, Settings, Transactions, WorkingDays } from 'tertib';
import { In, MoreThan } from 'typeorm';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import type { DatasetState } from '../datasets/dataset.states.js';
import { EscalationEntity } from '../requests/escalation.entity.js';
import { RequestEntity } from '../requests/request.entity.js';
import { OWED } from '../requests/requests.service.js';
import { grouped } from '../shared/grouped.js';
import { dayIn } from '../shared/office-time.js';
import { BoardReader, type BoardData } from './board-data.js';
import { CELL, cellView, periodView, requestView, totalsOf, type Cell } from './board-views.js';
import type { BoardQuery } from './board-query.js';
import type { Board, OpenRequests, ProducerDatasets } from './board.schemas.js';
import { HeldDays, type RoleNames } from './held-days.js';
import { passedOn } from './holders.js';
import type { ProducerFigures } from './producer-figures.js';
import { timeLeft } from './time-left.js';

/** More of a producer's data sets are shown when they are asked for. */
const MOST_CELLS = 6;

/** Producers × data sets of a period; a producer sees his own row. */
@Injectable()
export class BoardService {
  constructor(
    private readonly database: Transactions,
    private readonly reader: BoardReader,
    private readonly held: HeldDays,
    private readonly workingDays: WorkingDays,
    private readonly settings: Settings,
    private readonly offices: Offices,
    private readonly access: DatasetAccess,
  ) {}

  async of(caseId: string, query: BoardQuery): Promise<Board> {
    const data = await this.reader.of(caseId);
    const found = data.producers.filter(wanted(query, data));
    const pages = Math.max(1, Math.ceil(found.length / query.limit));
    const page = Math.min(query.page, pages);
    const shown = found.slice((page - 1) * query.limit, page * query.limit);
    const cells = grouped(await this.cells(caseId, shown.map(({ officeId }) => officeId)), ({ officeId }) => officeId);
    const escalated = await this.escalated(shown.flatMap(({ request }) => request?.id ?? []));
    const [dayOf, roles] = [dayIn(await this.settings.get('timezone', 'Asia/Jakarta')), await this.held.names()];
    const producers = await Promise.all(shown.map((one) => this.producer(one, { dayOf, roles, cells: cells.get(one.officeId) ?? [], escalatedAt: escalated.get(one.request?.id ?? '') ?? null }, data, query)));
    return { period: periodView(data.period), producers, page, pages, count: found.length, totals: totalsOf(data.producers.flatMap(({ states }) => states)) };
  }

  async datasets(caseId: string, officeId: string): Promise<ProducerDatasets> {
    const bound = await this.access.boardBoundTo();
    if (bound !== null && bound !== officeId) return this.access.refuse(caseId, officeId, officeId);
    return { datasets: (await this.cells(caseId, [officeId])).toSorted(byUrgency(() => false)).map(cellView) };
  }

  async openRequests(caseId: string): Promise<OpenRequests> {
    const { now, nameOf, period, officeId: bound } = await this.reader.of(caseId);
    const open = await this.database.read.find(RequestEntity, { where: { periodId: period.id, state: In(['sent', 'correcting']), deadline: MoreThan(now), ...(bound !== null && { officeId: bound }) }, order: { officeCode: 'ASC' } });
    return { requests: open.map(({ officeId, officeCode, deadline }) => ({ officeId, name: nameOf(officeId) ?? officeCode, deadline: deadline.toISOString() })) };
  }

  private async producer(one: ProducerFigures, { cells, escalatedAt, dayOf, roles }: { cells: readonly Cell[]; escalatedAt: string | null; dayOf: (at: Date) => string; roles: RoleNames }, { now, nameOf }: BoardData, query: BoardQuery): Promise<Board['producers'][number]> {
    const { officeId, officeCode, asked, answered, onTime, request } = one;
    const name = nameOf(officeId) ?? (await this.offices.byId(officeId))?.name ?? officeCode;
    return {
      officeId, officeCode, name, asked, answered, onTime, due: one.due ? asked : 0, request: requestView(request), timeLeft: await this.timeLeft(one, now, dayOf),
      held: await this.held.of(one.held, roles, now), escalatedAt, datasets: cells.toSorted(byUrgency(askedFor(query, one, now))).slice(0, MOST_CELLS).map(cellView), datasetCount: cells.length,
    };
  }

  private async timeLeft({ request, owing }: ProducerFigures, now: Date, dayOf: (at: Date) => string): Promise<Board['producers'][number]['timeLeft']> {
    if (!request || owing === 0) return null;
    const workingDays = await this.workingDays.between(now, request.deadline);
    return { kind: timeLeft({ at: now.toISOString(), today: dayOf(now), deadlineDay: dayOf(request.deadline), period: { deadline: request.deadline.toISOString() }, workingDaysLeft: workingDays }), workingDays };
  }

  /** When the leader was last told, by request. */
  private async escalated(requestIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.read.find(EscalationEntity, { where: { requestId: In([...requestIds]) }, order: { at: 'ASC' } });
    return new Map(rows.map(({ requestId, at }) => [requestId, at.toISOString()]));
  }

  private cells(periodId: string, officeIds: readonly string[]): Promise<Cell[]> {
    return this.database.read.find(DatasetEntity, { select: CELL, where: { periodId, officeId: In([...officeIds]) }, order: { position: 'ASC' } });
  }
}

function wanted({ q, state, holder }: BoardQuery, { nameOf }: BoardData): (one: ProducerFigures) => boolean {
  const words = q?.toLowerCase() ?? '';
  return ({ officeId, officeCode, states, held }) =>
    (state === undefined || states.some((one) => one.state === state)) && (holder === undefined || held.some((one) => one.holder === holder)) &&
    `${nameOf(officeId) ?? ''}\n${officeCode}`.toLowerCase().includes(words);
}

/** Whether a cell is what was filtered for. */
function askedFor({ state, holder }: BoardQuery, { holderOf }: ProducerFigures, now: Date): (cell: Cell) => boolean {
  return (cell) => (state !== undefined && cell.state === state) || (holder !== undefined && holderOf({ state: cell.state, passedOn: passedOn(cell, now), openForm: cell.openForm }) === holder);
}

/** What the producer owes, or owed. */
const OF_PRODUCER: ReadonlySet<DatasetState> = new Set<DatasetState>([...OWED, 'late', 'incomplete']);

/** What was asked for stands first, then what is the producer's, the rest as it is listed. */
function byUrgency(first: (cell: Cell) => boolean): (a: Cell, b: Cell) => number {
  const rank = (cell: Cell): number => (first(cell) ? 0 : OF_PRODUCER.has(cell.state) ? 1 : 2);
  return (a, b) => rank(a) - rank(b) || a.position - b.position;
}
