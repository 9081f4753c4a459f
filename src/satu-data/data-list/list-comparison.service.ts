import { Injectable } from '@nestjs/common';
import { Problem, Transactions, type Text } from 'tertib';
import { IsNull } from 'typeorm';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { ListChangeEntity, ListEntity, ListRowEntity } from './data-list.entities.js';
import type { Comparison, Duplicates, HistoryEntry } from './data-list.schemas.js';
import { ListAccess } from './list-access.js';
import { changedFields } from './list-changes.js';
import { isTableField, labelOf, listField, textOf, type RowValues } from './list-fields.js';
import { valuesOf } from './list-start.service.js';
import { NEAR, nearDuplicates } from './near-duplicates.js';
import type { Producers } from './row-values.js';

const SHOWN = 500;

/** What a value is called on screen: of a choice its label, of a producer its name, of a table how many columns it has. */
export function shownValue(key: string, value: unknown, producers: Producers, language: keyof Text = 'id'): string {
  if (Array.isArray(value)) return `${value.length}: ${value.map((one: Record<string, unknown>) => one['kolom'] ?? one['indikator']).join(', ')}`;
  const text = typeof value === 'string' ? value : '';
  if (key === 'produsen') return producers.get(text.toLowerCase())?.name ?? text;
  return listField(key)?.options?.find((one) => one.value === text)?.label[language] ?? text;
}

/** Each field that differs, in words. What describes the table counts by its part. */
export const fieldWords = (before: RowValues, after: RowValues, producers: Producers) =>
  changedFields(before, after).map((field) => ({ field: isTableField(field) ? 'variabel' : field, label: { ...labelOf(field) }, before: shownValue(field, before[field], producers), after: shownValue(field, after[field], producers) }));

/** The list against the last period's, against itself, and each row against what it was. */
@Injectable()
export class ListComparison {
  constructor(
    private readonly database: Transactions,
    private readonly access: ListAccess,
  ) {}

  async withLast(caseId: string): Promise<Comparison> {
    await this.access.period(caseId);
    const { read } = this.database;
    const list = await read.findOneBy(ListEntity, { periodId: caseId });
    const from = list?.fromPeriodId ?? null;
    const [producers, rows, last, period] = await Promise.all([
      this.access.producers(), this.rows(caseId), from === null ? [] : read.find(DatasetEntity, { where: { periodId: from }, order: { position: 'ASC' } }), from === null ? null : read.findOneBy(PeriodEntity, { id: from }),
    ]);
    const sources = new Map(last.map((one) => [one.id, one]));
    const kept = new Set(rows.map(({ sourceId }) => sourceId));
    const named = (id: string | null, values: RowValues) => ({ id, name: textOf(values, 'nama'), producer: shownValue('produsen', values['produsen'], producers) });
    const added = rows.filter(({ sourceId }) => sourceId === null || !sources.has(sourceId)).map(({ id, values }) => named(id, values));
    const dropped = last.filter(({ id }) => !kept.has(id)).map((one) => named(null, valuesOf(one)));
    const changed = rows.flatMap(({ id, sourceId, values }) => {
      const source = sourceId === null ? undefined : sources.get(sourceId);
      const fields = source ? fieldWords(valuesOf(source), values, producers) : [];
      return fields.length > 0 ? [{ ...named(id, values), fields }] : [];
    });
    return {
      from: period?.title ?? null, counts: { added: added.length, dropped: dropped.length, changed: changed.length, same: rows.length - added.length - changed.length },
      added: added.slice(0, SHOWN), dropped: dropped.slice(0, SHOWN), changed: changed.slice(0, SHOWN),
    };
  }

  async duplicates(caseId: string): Promise<Duplicates> {
    await this.access.period(caseId);
    const [producers, rows] = await Promise.all([this.access.producers(), this.rows(caseId)]);
    const named = new Map(rows.map(({ id, values }) => [id, { id, name: textOf(values, 'nama'), producer: shownValue('produsen', values['produsen'], producers) }]));
    const { pairs, more } = nearDuplicates(rows.map(({ id, values }) => ({ id, title: textOf(values, 'nama'), producer: textOf(values, 'produsen') })), SHOWN);
    const of = (id: string) => named.get(id) ?? { id, name: '', producer: '' };
    return { thresholds: { ...NEAR }, more, pairs: pairs.map(({ a, b, likeness }) => ({ a: of(a), b: of(b), likeness })) };
  }

  /** Newest first; at the end, how the row came into the list. */
  async history(caseId: string, rowId: string): Promise<HistoryEntry[]> {
    await this.access.period(caseId);
    const { read } = this.database;
    const [list, row, changes, producers] = await Promise.all([
      read.findOneBy(ListEntity, { periodId: caseId }), read.findOneBy(ListRowEntity, { id: rowId, periodId: caseId }), read.find(ListChangeEntity, { where: { rowId, periodId: caseId }, order: { version: 'DESC', id: 'DESC' }, take: SHOWN }), this.access.producers(),
    ]);
    if (!list || !row) throw Problem.notFound();
    const entries = changes.map(({ version, kind, field, before, after, userName: by, at }) => ({
      version, kind, field, label: field === null ? null : { ...labelOf(field) }, before: field === null ? null : shownValue(field, before, producers), after: field === null ? null : shownValue(field, after, producers), by, at: at.toISOString(),
    }));
    const whole = changes.length < SHOWN && changes.at(-1)?.kind !== 'added';
    return whole ? [...entries, { version: 1, kind: 'started', field: null, label: null, before: null, after: null, by: 'Tertib', at: list.startedAt.toISOString() }] : entries;
  }

  private rows(periodId: string): Promise<ListRowEntity[]> {
    return this.database.read.find(ListRowEntity, { where: { periodId, removedAt: IsNull() }, order: { position: 'ASC' } });
  }
}
