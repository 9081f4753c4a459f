import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Transactions, type FormContext } from 'tertib';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DataListService } from '../datasets/data-list.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { INITIAL_STATE } from '../datasets/dataset.states.js';
import { ListEntity, ListMarkEntity, ListMarkStepEntity, ListRowEntity } from './data-list.entities.js';
import { ListAccess } from './list-access.js';
import { labelOf, LIST_FIELDS } from './list-fields.js';
import { markCounts } from './mark-counts.js';
import { inChunks } from '../shared/in-chunks.js';
import { MARK_SOURCES, MARK_STATES } from './mark-words.js';
import { holdUnchanged } from './list-revision.js';
import { ListStart } from './list-start.service.js';
import type { ReadyList } from './ready-list.service.js';

/** A mark as the forms of steps 4 to 6 know it: a row by its number then, a field by what it is called. */
export interface NumberedMark {
  readonly row: number | null;
  readonly field: string | null;
  readonly comment: string | null;
}

/** The list passes from the staff to whoever corrects it, and back. */
@Injectable()
export class HandIn {
  constructor(
    private readonly database: Transactions,
    private readonly access: ListAccess,
    private readonly start: ListStart,
    private readonly lists: DataListService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The rows are the period's data sets from now on. @throws where somebody changed the list since it was made ready. */
  async handIn(periodId: string, { rows, revision }: ReadyList): Promise<void> {
    await this.database.tx(async (db) => {
      await holdUnchanged(db, periodId, revision);
      await this.lists.dropOthers(db, periodId);
      await db.update(ListEntity, { periodId }, { state: 'handed-in', handedInAt: this.clock.now() });
      await this.audit.write({ action: 'data-list.kept', caseId: periodId, detail: { rows } });
    });
  }

  /** The staff may write again. Also where an administrator has moved the case back: nothing gets stuck. */
  async giveBack(periodId: string): Promise<void> {
    await this.start.ensure(periodId);
    if (!(await this.database.read.existsBy(ListEntity, { periodId, state: 'handed-in' })) || (await this.database.read.existsBy(DatasetEntity, { periodId, state: Not(INITIAL_STATE) }))) return;
    await this.database.tx((db) => db.update(ListEntity, { periodId }, { state: 'open' }));
  }

  /** Marks of a form, bound to the rows that had those numbers when it was filled in. */
  async mark(periodId: string, marks: readonly NumberedMark[], by: { readonly name: string; readonly source: 'Kasi' | 'BPS' }): Promise<void> {
    const numbers = new Map([...(await this.numbers(periodId, marks))].map(([id, number]) => [number, id]));
    const entities = marks.flatMap(({ row: number, field, comment }): ListMarkEntity[] => {
      const rowId = number === null ? undefined : numbers.get(number);
      if (rowId === undefined) return [];
      const key = fieldCalled(field);
      const said = [key === null ? field : null, comment].filter(Boolean).join(': ') || 'Periksa isian ini.';
      return [{ id: uuidv7(), periodId, rowId, field: key, comment: said, state: 'open', source: by.source, userName: by.name, at: this.clock.now(), answer: null, answeredBy: null, answeredAt: null }];
    });
    if (entities.length > 0) await this.database.tx((db) => db.insert(ListMarkEntity, entities));
  }

  /** What is open, as the forms show it: by the number that the row has now. */
  async openMarks(periodId: string, { user: { language } }: Pick<FormContext, 'user'>): Promise<object[]> {
    const marks = await this.database.read.find(ListMarkEntity, { where: { periodId, state: 'open' }, order: { at: 'ASC', id: 'ASC' } });
    const numbers = await this.numbers(periodId, marks);
    return marks.filter(({ rowId }) => numbers.has(rowId)).map(({ source, rowId, field, comment }) => ({ sumber: MARK_SOURCES[source][language], baris: numbers.get(rowId) ?? '–', isian: field === null ? '–' : labelOf(field)[language], catatan: comment }));
  }

  /** What was answered since, for whoever asked for it. */
  async answers(periodId: string, { user }: Pick<FormContext, 'user'>): Promise<object[]> {
    const marks = await this.database.read.find(ListMarkEntity, { where: { periodId, state: Not('closed'), ...this.access.marks(user) }, order: { at: 'ASC', id: 'ASC' } });
    const numbers = await this.numbers(periodId, marks);
    const { language } = user;
    return marks.flatMap(({ state, rowId, field, comment, answer, answeredBy }) =>
      state === 'closed' ? [] : [{ baris: numbers.get(rowId) ?? '–', isian: field === null ? '–' : labelOf(field)[language], catatan: comment, keadaan: MARK_STATES[numbers.has(rowId) ? state : 'removed'][language], jawaban: [answer, answeredBy].filter(Boolean).join(', ') || '–' }]);
  }

  /** Whoever corrects finds the list right: nothing that he asked for is left. What BPS asked for stays for BPS to see answered; BPS's word, the last, is on all of it. */
  async accept(periodId: string, { name: userName, source }: { readonly name: string; readonly source: ListMarkEntity['source'] }): Promise<void> {
    const at = this.clock.now();
    await this.database.tx(async (db) => {
      const marks = await db.find(ListMarkEntity, { select: { id: true }, where: { periodId, state: Not('closed'), ...(source === 'Kasi' && { source }) } });
      await inChunks(marks.map(({ id }) => id), async (ids) => {
        await db.update(ListMarkEntity, { id: In(ids) }, { state: 'closed' });
        await db.insert(ListMarkStepEntity, ids.map((markId) => ({ id: uuidv7(), markId, state: 'closed' as const, answer: null, userName, at })));
      });
    });
  }

  /** `fresh` rows were in no period before; of the marks those count that the reader sees. */
  async summary(periodId: string, { user }: Pick<FormContext, 'user'>): Promise<{ rows: number; fresh: number; unready: number; open: number; answered: number }> {
    const there = { periodId, removedAt: IsNull() };
    const { read } = this.database;
    const [rows, fresh, unready, marks] = await Promise.all([
      read.countBy(ListRowEntity, there), read.countBy(ListRowEntity, { ...there, sourceId: IsNull() }), read.countBy(ListRowEntity, { ...there, problems: MoreThan(0) }), markCounts(read, { periodId, ...this.access.marks(user) }),
    ]);
    return { rows, fresh, unready, ...marks };
  }

  /** The number that each row has now; nothing is read where nothing is marked. */
  private async numbers(periodId: string, marks: readonly unknown[]): Promise<ReadonlyMap<string, number>> {
    if (marks.length === 0) return new Map();
    const rows = await this.database.read.find(ListRowEntity, { select: { id: true }, where: { periodId, removedAt: IsNull() }, order: { position: 'ASC' } });
    return new Map(rows.map(({ id }, index) => [id, index + 1]));
  }
}

const fieldCalled = (name: string | null): string | null => {
  const wanted = name?.trim().toLowerCase() ?? '';
  return LIST_FIELDS.find(({ key, label }) => [key, label.id, label.en].some((one) => one.toLowerCase() === wanted))?.key ?? null;
};
