import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { SubmissionRejected, Transactions, type FieldProblem } from 'tertib';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { DataListRow, descriptionOf } from '../datasets/data-list.js';
import { DataListService } from '../datasets/data-list.service.js';
import { listChanged, type ListedRow, type ListKeeping } from '../datasets/list-keeping.js';
import { usedDefinitions } from '../metadata/used-definitions.js';
import { inChunks } from '../shared/in-chunks.js';
import { ListRowEntity } from './data-list.entities.js';
import { ExpectedRegions } from './expected-regions.service.js';
import { ListAccess } from './list-access.js';
import { isTableField, labelOf, TABLE_LABEL, textOf, type RowValues } from './list-fields.js';
import { ListedIds, ListIds } from './list-ids.service.js';
import { listPages } from './list-pages.js';
import { holdUnchanged, listRevision } from './list-revision.js';
import { ListStart } from './list-start.service.js';
import { OtherColumns } from './other-columns.service.js';
import { rowProblems } from './row-problems.js';

/** Where the form shows what keeps the list from being handed in. */
const AT = 'ringkasan';
const NAMED = 20;
/** So many rows are checked before others get their turn. */
const AT_ONCE = 20;

/** A list that was checked and whose data sets are written: so long as its revision is this one. */
export interface ReadyList {
  readonly rows: number;
  readonly revision: string;
}

/** Checks a list and writes its data sets, some at a time, before the transaction that hands it in: of 50,000 rows that takes a minute, and others write meanwhile. They are taken for the list's only once it is handed in, as in a round of correction. */
@Injectable()
export class ReadyLists {
  constructor(
    private readonly database: Transactions,
    private readonly access: ListAccess,
    private readonly start: ListStart,
    private readonly lists: DataListService,
    private readonly ids: ListIds,
    private readonly regions: ExpectedRegions,
    private readonly others: OtherColumns,
  ) {}

  /** @throws what is not ready, by row and field; nothing is written then. Where somebody changes the list meanwhile it ends there. */
  async of(periodId: string): Promise<ReadyList> {
    await this.start.ensure(periodId);
    const checked = await listRevision(this.database.read, periodId);
    const datasets = await this.lists.begin(periodId, await this.sources(periodId));
    const listed = new ListedIds();
    const count = await this.check(periodId, datasets, listed);
    const revision = await this.ids.give(periodId, checked, listed);
    const write = (work: (db: EntityManager) => Promise<void>) => this.database.tx(async (db) => {
      await holdUnchanged(db, periodId, revision);
      await work(db);
    });
    await inChunks(await datasets.renamed(this.database.read), (some) => write((db) => datasets.giveUpNames(db, some)));
    for await (const page of listPages(this.database.read, periodId)) {
      const rows = page.map(saidBy);
      await write(async (db) => datasets.keep(db, rows, await usedDefinitions(db, rows.map(({ id }) => id))));
    }
    return { rows: count, revision };
  }

  /** Each row is told its place, where all are ready. Answers how many there are. */
  private async check(periodId: string, datasets: ListKeeping, ids: ListedIds): Promise<number> {
    const producers = await this.access.producers();
    const problems: Unready[] = [];
    const repeated = repeats();
    const strange = this.regions.ofPeriod(periodId);
    const elsewhere = this.others.ofPeriod(periodId);
    let number = 0;
    for await (const page of listPages(this.database.read, periodId)) {
      for (const { id, sourceId, values } of page) {
        if ((number += 1) % AT_ONCE === 0) await turn();
        const name = textOf(values, 'nama');
        const again = repeated(values, number);
        const own = rowProblems(values, producers);
        const found = [...own, ...(again.length > 0 ? again : ids.problems({ id, values }, number)), ...(own.length > 0 ? [] : [...(await strange(values)), ...(await elsewhere({ id, ...descriptionOf(DataListRow.parse(values)) }))])];
        problems.push(...found.map((one) => ({ row: { number, name }, ...one })));
        if (problems.length === 0) datasets.place({ id, sourceId, title: name, officeId: textOf(values, 'produsen') });
      }
    }
    if (number === 0) problems.push({ row: null, path: '', message: { id: 'Daftar data masih kosong. Tambahkan sedikitnya satu baris.', en: 'The list is still empty. Add at least one row.' } });
    if (problems.length > 0) throw new SubmissionRejected(inWords(problems));
    return number;
  }

  private async sources(periodId: string): Promise<string[]> {
    const rows = await this.database.read.createQueryBuilder(ListRowEntity, 'r').select('r.sourceId', 'id').where({ periodId, removedAt: IsNull(), sourceId: Not(IsNull()) }).getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }
}

/** A row that was checked; one that can not be read any more was changed since. */
function saidBy({ id, values }: ListRowEntity): ListedRow {
  const { data } = DataListRow.safeParse(values);
  if (!data) throw listChanged();
  return { id, row: data, metadataCode: textOf(values, 'kodeMetadata') || null };
}

interface Unready extends FieldProblem {
  readonly row: { readonly number: number; readonly name: string } | null;
}

function inWords(problems: readonly Unready[]): FieldProblem[] {
  const left = problems.length - NAMED;
  const more = left > 0 ? [{ path: AT, message: { id: `Ada ${left} hal lain. Perbaiki yang ini lebih dahulu; baris yang isiannya belum lengkap ada di halaman daftar data dengan saringan “belum siap”.`, en: `There are ${left} more. Mend these first; rows that are not complete are on the page of the data list, filtered by “not ready”.` } }] : [];
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
