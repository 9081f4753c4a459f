import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, SubmissionRejected, Transactions, type FieldProblem } from 'tertib';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DataListRow } from '../datasets/data-list.js';
import { DataListService, type ListedName } from '../datasets/data-list.service.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { INITIAL_STATE } from '../datasets/dataset.states.js';
import { ListEntity, ListMarkEntity, ListRowEntity } from './data-list.entities.js';
import { ListAccess } from './list-access.js';
import { listPages } from './list-pages.js';
import { ListStart } from './list-start.service.js';
import { isTableField, labelOf, LIST_FIELDS, TABLE_LABEL, textOf, type RowValues } from './list-fields.js';
import { rowProblems } from './row-problems.js';

/** Where the form shows what keeps the list from being handed in. */
const AT = 'ringkasan';
const NAMED = 20;

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

  /** The rows become the period's data sets. @throws what is not ready, by row and field. */
  async handIn(periodId: string): Promise<void> {
    await this.start.ensure(periodId);
    const producers = await this.access.producers();
    const listed: ListedName[] = [];
    const problems: Unready[] = [];
    const repeated = repeats();
    for await (const rows of listPages(this.database.read, periodId)) {
      for (const { id, sourceId, values } of rows) {
        const row = { number: listed.length + 1, name: textOf(values, 'nama') };
        listed.push({ id, sourceId, title: row.name, officeId: textOf(values, 'produsen') });
        problems.push(...[...rowProblems(values, producers), ...repeated(values, row.number)].map((one) => ({ row, ...one })));
      }
    }
    if (listed.length === 0) problems.push({ row: null, path: '', message: { id: 'Daftar data masih kosong. Tambahkan sedikitnya satu baris.', en: 'The list is still empty. Add at least one row.' } });
    if (problems.length > 0) throw new SubmissionRejected(inWords(problems));
    await this.database.tx(async (db) => {
      await this.lists.keep(periodId, listed, async (ids) => (await db.findBy(ListRowEntity, { id: In([...ids]) })).map(({ id, values }) => ({ id, row: DataListRow.parse(values), metadataCode: textOf(values, 'kodeMetadata') || null })));
      await db.update(ListEntity, { periodId }, { state: 'handed-in', handedInAt: this.clock.now() });
      await this.audit.write({ action: 'data-list.kept', caseId: periodId, detail: { rows: listed.length } });
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
  async openMarks(periodId: string): Promise<object[]> {
    const marks = await this.database.read.find(ListMarkEntity, { where: { periodId, state: 'open' }, order: { at: 'ASC', id: 'ASC' } });
    const numbers = await this.numbers(periodId, marks);
    return marks.filter(({ rowId }) => numbers.has(rowId)).map(({ source, rowId, field, comment }) => ({ sumber: source, baris: numbers.get(rowId) ?? '–', isian: field === null ? '–' : labelOf(field).id, catatan: comment }));
  }

  /** What was answered since, for whoever asked for it. */
  async answers(periodId: string): Promise<object[]> {
    const marks = await this.database.read.find(ListMarkEntity, { where: { periodId, state: Not('closed') }, order: { at: 'ASC', id: 'ASC' } });
    const numbers = await this.numbers(periodId, marks);
    const STATE = { open: 'belum dijawab', answered: 'sudah diperbaiki' } as const;
    return marks.flatMap(({ state, rowId, field, comment, answer, answeredBy }) =>
      state === 'closed' ? [] : [{ baris: numbers.get(rowId) ?? '–', isian: field === null ? '–' : labelOf(field).id, catatan: comment, keadaan: STATE[state], jawaban: [answer, answeredBy].filter(Boolean).join(', ') || '–' }]);
  }

  /** Whoever corrects finds the list right: nothing that he asked for is left. What BPS asked for stays for BPS to see answered; BPS's word, the last, is on all of it. */
  async accept(periodId: string, by: ListMarkEntity['source']): Promise<void> {
    await this.database.tx((db) => db.update(ListMarkEntity, { periodId, state: Not('closed'), ...(by === 'Kasi' && { source: by }) }, { state: 'closed' }));
  }

  /** `fresh` rows were in no period before. */
  async summary(periodId: string): Promise<{ rows: number; fresh: number; unready: number; open: number; answered: number }> {
    const there = { periodId, removedAt: IsNull() };
    const { read } = this.database;
    const [rows, fresh, unready, open, answered] = await Promise.all([
      read.countBy(ListRowEntity, there), read.countBy(ListRowEntity, { ...there, sourceId: IsNull() }), read.countBy(ListRowEntity, { ...there, problems: MoreThan(0) }), read.countBy(ListMarkEntity, { periodId, state: 'open' }), read.countBy(ListMarkEntity, { periodId, state: 'answered' }),
    ]);
    return { rows, fresh, unready, open, answered };
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

interface Unready extends FieldProblem {
  readonly row: { readonly number: number; readonly name: string } | null;
}

function inWords(problems: readonly Unready[]): FieldProblem[] {
  const left = problems.length - NAMED;
  const more = left > 0 ? [{ path: AT, message: { id: `Ada ${left} hal lain. Buka halaman daftar data dan saring “belum siap”.`, en: `There are ${left} more. Open the page of the data list and filter by “not ready”.` } }] : [];
  return [...problems.slice(0, NAMED).map(({ row, path, message }) => {
    if (!row) return { path: AT, message };
    const [key = ''] = path.split('.');
    const label = isTableField(key) ? TABLE_LABEL : labelOf(key);
    const name = row.name ? ` (${row.name})` : '';
    return { path: AT, message: { id: `Baris ${row.number}${name}, ${label.id}: ${message.id}`, en: `Row ${row.number}${name}, ${label.en}: ${message.en}` } };
  }), ...more];
}

/** Asked row by row, says which data set was there before. */
function repeats(): (values: RowValues, number: number) => FieldProblem[] {
  const first = new Map<string, number>();
  return (values, number) => {
    const key = `${textOf(values, 'produsen')} ${textOf(values, 'nama').toLowerCase()}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, number);
    return before === undefined ? [] : [{ path: 'nama', message: { id: `Dataset ini sudah ada pada baris ${before} untuk produsen yang sama.`, en: `The same producer already has this data set in row ${before}.` } }];
  };
}
