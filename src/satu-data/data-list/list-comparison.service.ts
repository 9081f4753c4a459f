import { Injectable } from '@nestjs/common';
import { Transactions, type Text } from 'tertib';
import { In, IsNull, Not } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { ListEntity, ListRowEntity, NO_SOURCE, type ComparedAs } from './data-list.entities.js';
import type { Comparison } from './data-list.schemas.js';
import { inBoth } from '../shared/office-time.js';
import { ListAccess } from './list-access.js';
import { changedFields } from './list-changes.js';
import { ListDifferences } from './list-differences.service.js';
import { choiceLabel, isTableField, labelOf, LIST_FIELDS, textOf, type RowValues } from './list-fields.js';
import { valuesOf } from './list-start.service.js';
import type { Producers } from './row-values.js';
import { tableDifference, type Difference } from './table-differences.js';

const SHOWN = 500;

/** What a value is called on screen: of a choice its label, of a producer its name. */
export function shownValue(key: string, value: unknown, producers: Producers, language: keyof Text = 'id'): string {
  const text = typeof value === 'string' ? value : '';
  if (key === 'produsen') return producers.get(text.toLowerCase())?.name ?? text;
  return choiceLabel(key, text, language);
}

const valueWords = (key: string, value: unknown, producers: Producers): Text => inBoth((language) => shownValue(key, value, producers, language));

/** A change of a field in words: of the table's description what differs in it. Null where nothing of it can be seen. */
export const changeWords = (field: string, before: unknown, after: unknown, producers: Producers): Difference | null =>
  isTableField(field) ? tableDifference(field, before, after) : { label: { ...labelOf(field) }, before: valueWords(field, before, producers), after: valueWords(field, after, producers) };

/** In the official order; what describes the table comes last. */
const placeOf = (field: string): number => (isTableField(field) ? LIST_FIELDS.length : LIST_FIELDS.findIndex(({ key }) => key === field));

/** Each field that differs, in words. What describes the table counts by its part. */
export const fieldWords = (before: RowValues, after: RowValues, producers: Producers) =>
  changedFields(before, after).toSorted((one, other) => placeOf(one) - placeOf(other)).flatMap((field) => {
    const words = changeWords(field, before[field], after[field], producers);
    return words ? [{ field: isTableField(field) ? 'variabel' : field, ...words }] : [];
  });

/** The list against the last period's. */
@Injectable()
export class ListComparison {
  constructor(
    private readonly database: Transactions,
    private readonly access: ListAccess,
    private readonly differences: ListDifferences,
  ) {}

  /** The first of each, and how many there are. */
  async withLast(caseId: string): Promise<Comparison> {
    await this.access.period(caseId);
    const { read } = this.database;
    const list = await read.findOneBy(ListEntity, { periodId: caseId });
    const from = list?.fromPeriodId ?? '';
    await this.differences.bringUpToDate(caseId, from);
    const [producers, period, counts, added, changed] = await Promise.all([
      this.access.producers(), read.findOneBy(PeriodEntity, { id: from }), this.counts(caseId, from), this.rows(caseId, 'new'), this.rows(caseId, 'changed'),
    ]);
    const dropped = counts.dropped > 0 ? await this.dropped(caseId, from) : [];
    const sources = new Map((await read.findBy(DatasetEntity, { id: In(changed.flatMap(({ sourceId }) => sourceId ?? [])) })).map((one) => [one.id, valuesOf(one)]));
    const named = (id: string | null, values: RowValues) => ({ id, name: textOf(values, 'nama'), producer: shownValue('produsen', values['produsen'], producers) });
    return {
      from: period?.title ?? null, counts, added: added.map(({ id, values }) => named(id, values)), dropped: dropped.map((one) => named(null, valuesOf(one))),
      changed: changed.map(({ id, sourceId, values }) => ({ ...named(id, values), fields: fieldWords(sources.get(sourceId ?? '') ?? {}, values, producers) })),
    };
  }

  private async counts(periodId: string, from: string): Promise<Comparison['counts']> {
    const { read } = this.database;
    const there = { periodId, removedAt: IsNull() };
    const [rows, last, kept] = await Promise.all([
      read.createQueryBuilder(ListRowEntity, 'r').select('r.comparison', 'comparison').addSelect('COUNT(*)', 'count').where(there).groupBy('r.comparison').getRawMany<{ comparison: ComparedAs; count: string | number }>(),
      read.countBy(DatasetEntity, { periodId: from }),
      read.createQueryBuilder(ListRowEntity, 'r').select('COUNT(DISTINCT r.sourceId)', 'count').where({ ...there, comparedTo: Not(NO_SOURCE) }).getRawOne<{ count: string | number }>(),
    ]);
    const of = (wanted: ComparedAs) => Number(rows.find(({ comparison }) => comparison === wanted)?.count ?? 0);
    return { added: of('new'), dropped: last - Number(kept?.count ?? 0), changed: of('changed'), same: of('same') };
  }

  private rows(periodId: string, comparison: ComparedAs): Promise<ListRowEntity[]> {
    return this.database.read.find(ListRowEntity, { where: { periodId, removedAt: IsNull(), comparison }, order: { position: 'ASC' }, take: SHOWN });
  }

  private dropped(periodId: string, from: string): Promise<DatasetEntity[]> {
    return this.database.read.createQueryBuilder(DatasetEntity, 'd').where('d.periodId = :from', { from })
      .andWhere((query) => `NOT EXISTS ${query.subQuery().select('1').from(ListRowEntity, 'r').where('r.periodId = :periodId AND r.removedAt IS NULL AND r.sourceId = d.id').getQuery()}`, { periodId })
      .orderBy('d.position', 'ASC').take(SHOWN).getMany();
  }
}
