import { Injectable } from '@nestjs/common';
import { Asker, Problem, Transactions } from 'tertib';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { INITIAL_STATE } from '../datasets/dataset.states.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { configuredAddress } from '../shared/configured-address.js';
import { ListEntity, ListMarkEntity, ListRowEntity } from './data-list.entities.js';
import type { ListView, MarkView, RowDetail, RowPage, RowView } from './data-list.schemas.js';
import { ListAccess } from './list-access.js';
import { changedFields } from './list-changes.js';
import { isTableField, linesIn, LIST_FIELDS, textOf } from './list-fields.js';
import { ListStart, valuesOf } from './list-start.service.js';
import { markCounts } from './mark-counts.js';
import { PortalLinks } from './portal-links.service.js';
import { rowProblems } from './row-problems.js';
import { RowStates } from './row-states.service.js';
import type { Producers } from './row-values.js';
import { tableOf } from './table-description.js';

/** What the grid shows: the list as a whole, and its rows page by page. */
@Injectable()
export class ListViews {
  constructor(
    private readonly database: Transactions,
    private readonly access: ListAccess,
    private readonly start: ListStart,
    private readonly asker: Asker,
    private readonly links: PortalLinks,
    private readonly states: RowStates,
  ) {}

  async list(caseId: string): Promise<ListView> {
    const period = await this.access.period(caseId);
    await this.start.ensure(caseId);
    const { read } = this.database;
    const [list, stages, sent, mayMark, counts] = await Promise.all([
      read.findOneByOrFail(ListEntity, { periodId: caseId }), this.access.stages(caseId), read.existsBy(DatasetEntity, { periodId: caseId, state: Not(INITIAL_STATE) }), this.asker.can('satu-data.mark-list'), this.counts(caseId),
    ]);
    const from = list.fromPeriodId === null ? null : await read.findOneBy(PeriodEntity, { id: list.fromPeriodId });
    const fields = LIST_FIELDS.map(({ key, label, kind, stage, required = false, max, options = [] }) => ({ key, label, kind, stage, required, max, options: options.map((one) => ({ ...one })) }));
    const producers = await this.access.producers();
    const offices = [...new Map([...producers.values()].map(({ id, name }) => [id, { value: id, label: { id: name, en: name } }])).values()];
    return {
      caseId, title: period.title, state: sent ? 'sent' : list.state, from: from?.title ?? null, stages, mayMark: mayMark && !sent, marksAs: this.access.source(), ...counts,
      fields: fields.map((one) => (one.kind === 'producer' ? { ...one, options: offices } : one)),
    };
  }

  async counts(periodId: string): Promise<Pick<ListView, 'rows' | 'unready' | 'marks'>> {
    const { read } = this.database;
    const there = { periodId, removedAt: IsNull() };
    const [rows, unready, marks] = await Promise.all([
      read.countBy(ListRowEntity, there), read.countBy(ListRowEntity, { ...there, problems: MoreThan(0) }), markCounts(read, { periodId, ...this.access.marks() }),
    ]);
    return { rows, unready, marks };
  }

  async page(caseId: string, after: number, limit: number): Promise<RowPage> {
    await this.access.period(caseId);
    const rows = await this.database.read.find(ListRowEntity, { where: { periodId: caseId, removedAt: IsNull(), position: MoreThan(after) }, order: { position: 'ASC' }, take: limit });
    return { items: await this.shown(rows), next: rows.length < limit ? null : (rows.at(-1)?.position ?? null) };
  }

  /** Rows that were taken out, the last first. They are counted: others may have their places by now. */
  async removed(caseId: string, after: number, limit: number): Promise<RowPage> {
    await this.access.period(caseId);
    const rows = await this.database.read.find(ListRowEntity, { where: { periodId: caseId, removedAt: Not(IsNull()) }, order: { removedAt: 'DESC', id: 'ASC' }, skip: after + 1, take: limit });
    return { items: await this.shown(rows), next: rows.length < limit ? null : after + rows.length };
  }

  async byId(caseId: string, ids: readonly string[]): Promise<RowView[]> {
    const found = new Map<string, ListRowEntity>();
    for (let at = 0; at < ids.length; at += 500) for (const row of await this.database.read.findBy(ListRowEntity, { id: In(ids.slice(at, at + 500)), periodId: caseId })) found.set(row.id, row);
    return this.shown(ids.flatMap((id) => found.get(id) ?? []));
  }

  async one(caseId: string, id: string): Promise<RowDetail> {
    await this.access.period(caseId);
    const row = await this.database.read.findOneBy(ListRowEntity, { id, periodId: caseId });
    const [view] = row ? await this.shown([row]) : [];
    if (!row || !view) throw Problem.notFound();
    return { ...view, table: tableOf(row.values), places: await this.states.places(id) };
  }

  private async shown(rows: readonly ListRowEntity[]): Promise<RowView[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const { read } = this.database;
    const [producers, marks, sources, linked, standing] = await Promise.all([
      this.access.producers(), read.find(ListMarkEntity, { where: { rowId: In(ids), state: Not('closed'), ...this.access.marks() }, order: { at: 'ASC' } }),
      read.findBy(DatasetEntity, { id: In(rows.flatMap(({ sourceId }) => sourceId ?? [])) }), this.links.into(rows, configuredAddress() ?? ''),
      this.states.of(ids),
    ]);
    const before = new Map(sources.map((one) => [one.id, one]));
    return rows.map((row, index) => {
      const shown = { ...rowView(row, producers, row.sourceId === null ? undefined : before.get(row.sourceId), marks.filter(({ rowId }) => rowId === row.id)), ...standing(row.id) };
      return { ...shown, values: { ...shown.values, tautanPortal: textOf((linked[index] ?? row).values, 'tautanPortal') } };
    });
  }
}

function rowView(row: ListRowEntity, producers: Producers, source: DatasetEntity | undefined, marks: readonly ListMarkEntity[]): Omit<RowView, 'published' | 'state'> {
  const { id, version, position, values, removedAt } = row;
  const fields = source ? changedFields(valuesOf(source), values).map((key) => (isTableField(key) ? 'variabel' : key)) : [];
  return {
    id, version, position, removed: removedAt !== null, values: Object.fromEntries(LIST_FIELDS.map(({ key }) => [key, textOf(values, key)])), problems: row.problems > 0 ? rowProblems(values, producers).map(({ path, message }) => ({ path, message: { ...message } })) : [],
    tableColumns: linesIn(values, 'variabel').length, origin: row.sourceId === null ? 'new' : 'carried', changed: [...new Set(fields)], marks: marks.map(markView),
  };
}

export const markView = ({ id, rowId, field, comment, state, source, userName, at, answer, answeredBy }: ListMarkEntity): MarkView => ({ id, rowId, field, comment, state, source, by: userName, at: at.toISOString(), answer, answeredBy });
