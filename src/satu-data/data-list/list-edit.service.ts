import { Injectable } from '@nestjs/common';
import { Asker, Clock, Problem, Transactions, type FieldProblem } from 'tertib';
import { And, In, MoreThan, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { wasPublished } from '../datasets/dataset-history.js';
import { grouped } from '../shared/grouped.js';
import { rejectAll } from '../shared/reject.js';
import { ListChangeEntity, ListRowEntity, NO_SOURCE } from './data-list.entities.js';
import { inChunks } from '../shared/in-chunks.js';
import { ListAccess } from './list-access.js';
import { changedFields, fieldChanges, ListChanges, type Change } from './list-changes.js';
import { BLANK, isTableField, listField, MOST_ROWS, textOf, type RowValues, type Stage } from './list-fields.js';
import { lockList, lockRows } from './list-locks.js';
import { rowProblems } from './row-problems.js';
import { withMetadataFormulas } from './metadata-formulas.js';
import { readValues, type Producers } from './row-values.js';

/** What somebody does to one row: fields by key, or taking it out and putting it back. `version` is the one that was seen, `own` are later ones that his edits before this one made. */
export interface RowChange {
  readonly id: string;
  readonly version: number;
  readonly own?: readonly number[] | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly removed?: boolean | undefined;
  /** Said by metadata, whose formulas nobody else writes over. */
  readonly byMetadata?: true;
}
export interface Edit {
  readonly changes: readonly RowChange[];
  readonly added: readonly Readonly<Record<string, unknown>>[];
  /** Of the rows that are added; one that is there already is not added again. */
  readonly ids?: readonly string[] | undefined;
}

/** A row that was changed in between, and by whom; null where only that is known. */
interface Conflict {
  readonly id: string;
  readonly field: string | null;
  readonly by: string | null;
  readonly at: string | null;
  readonly name: string;
}

interface Ready {
  readonly row: ListRowEntity;
  readonly values: RowValues;
  readonly removed: boolean;
}

/** Changes rows of the list: many at once, all or none, each row only from the version that was seen. */
@Injectable()
export class ListEdit {
  constructor(
    private readonly database: Transactions,
    private readonly access: ListAccess,
    private readonly written: ListChanges,
    private readonly clock: Clock,
    private readonly asker: Asker,
  ) {}

  /** Answers the ids of all rows that it touched, in the order given. @throws what no row may hold, each at its place; nothing is kept then. */
  async apply(periodId: string, edit: Edit): Promise<string[]> {
    await this.access.period(periodId);
    const producers = await this.access.producers();
    return this.database.tx(async (db) => {
      const stages = await this.stages(db, periodId);
      if (stages.length === 0 || ((edit.added.length > 0 || edit.changes.some(({ removed }) => removed !== undefined)) && !stages.includes('listing'))) throw listClosed();
      return this.write(periodId, edit, stages, producers);
    });
  }

  /** The whole list at once, in the order given, as machines hand it over. Rows that name their `datasetId` keep their identity; those not named are taken out. */
  async replace(periodId: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    await this.access.period(periodId);
    const producers = await this.access.producers();
    await this.database.tx(async (db) => {
      const stages = await this.stages(db, periodId);
      if (!stages.includes('listing')) throw listClosed();
      const before = new Map((await db.findBy(ListRowEntity, { periodId })).map((row) => [row.id, row]));
      const named = new Set<unknown>();
      const own = (one: Readonly<Record<string, unknown>>) => {
        const row = named.has(one['datasetId']) ? undefined : before.get(String(one['datasetId'] ?? ''));
        if (row) named.add(row.id);
        return row;
      };
      const given = rows.map((one) => ({ row: own(one), values: Object.fromEntries(Object.entries(one).filter(([key]) => key !== 'datasetId' && listField(key)?.stage !== 'checking' && listField(key)?.stage !== 'published')) }));
      const kept = given.flatMap(({ row, values }): RowChange[] => (row ? [{ id: row.id, version: row.version, values, removed: false }] : []));
      const gone = [...before.values()].filter(({ id, removedAt }) => !named.has(id) && removedAt === null).map(({ id, version }) => ({ id, version, removed: true }));
      const ids = await this.write(periodId, { changes: [...kept, ...gone], added: given.flatMap(({ row, values }) => (row ? [] : [values])) }, stages, producers);
      const added = ids.slice(kept.length + gone.length).values();
      const moved: ListRowEntity[] = [];
      for (const [position, { row }] of given.entries()) {
        if (!row) await db.update(ListRowEntity, { id: added.next().value ?? '' }, { position });
        // Another place is a change of the row too: of what is counted by versions nothing may have changed unseen.
        else if (row.position !== position) {
          await db.update(ListRowEntity, { id: row.id }, { position, version: () => 'version + 1' });
          moved.push(row);
        }
      }
      await this.tellMoves(db, [...before.values()], moved);
    });
  }

  /** Of rows that have another number now. One that was taken out had none. */
  private async tellMoves(db: EntityManager, before: readonly ListRowEntity[], moved: readonly ListRowEntity[]): Promise<void> {
    const numbers = new Map(before.filter(({ removedAt }) => removedAt === null).toSorted((one, other) => one.position - other.position).map(({ id }, index) => [id, index + 1]));
    await inChunks(moved, async (some) => {
      const now = await db.find(ListRowEntity, { select: { id: true, periodId: true, version: true, position: true }, where: { id: In(some.map(({ id }) => id)) } });
      await this.written.write(db, now.flatMap((row): Change[] => {
        const [from, to] = [numbers.get(row.id), row.position + 1];
        return from === undefined || from === to ? [] : [{ row, kind: 'moved', before: from, after: to }];
      }));
    });
  }

  /** Without asking what stage it is: for what the application itself does to a row. */
  async write(periodId: string, { changes, added, ids = [] }: Edit, stages: readonly Stage[], producers: Producers): Promise<string[]> {
    return this.database.tx(async (db) => {
      await lockList(db, periodId, 'writing');
      await lockRows(db, changes.map(({ id }) => id));
      const ready = await this.ready(db, periodId, changes, stages, producers);
      const there = await this.alreadyAdded(db, periodId, ids);
      const fresh = added.map((values, index) => ({ id: ids[index] ?? uuidv7(), index, values })).filter(({ id }) => !there.has(id)).map(({ id, values, index }) => ({ id, ...readValues(withMetadataFormulas(values, BLANK), BLANK, `added.${index}`, producers, stages) }));
      rejectAll([...ready.problems, ...fresh.flatMap(({ problems }) => problems)]);
      await this.assertRoom(db, periodId, fresh.length);
      const done: Change[] = [];
      await inChunks(ready.rows, async (some) => {
        for (const one of some) done.push(...(await this.change(db, one, producers)));
      });
      const rows = await this.add(db, periodId, fresh.map(({ id, values }) => ({ id, values: { ...BLANK, ...values } })), producers);
      await this.written.write(db, [...done, ...rows.map((row): Change => ({ row, kind: 'added' }))]);
      return [...changes.map(({ id }) => id), ...there, ...rows.map(({ id }) => id)];
    });
  }

  /** Another description of a row's columns or indicators, said by metadata, who is told what the row says. Answers what was said; null where the row is not there. */
  async describe<T extends { readonly values: RowValues }>(periodId: string, id: string, say: (before: RowValues) => T): Promise<T | null> {
    const row = await this.database.read.findOneBy(ListRowEntity, { id, periodId });
    if (!row) return null;
    const said = say(row.values);
    await this.write(periodId, { changes: [{ id, version: row.version, values: said.values, byMetadata: true }], added: [] }, ['listing'], await this.access.producers());
    return said;
  }

  /** Asked while nobody can hand the list in: who was told just before that it is open would write into one that is being corrected. */
  private async stages(db: EntityManager, periodId: string): Promise<Stage[]> {
    await lockList(db, periodId, 'writing');
    return this.access.stages(periodId);
  }

  private async ready(db: EntityManager, periodId: string, changes: readonly RowChange[], stages: readonly Stage[], producers: Producers): Promise<{ rows: Ready[]; problems: FieldProblem[] }> {
    const known = new Map<string, ListRowEntity>();
    await inChunks(changes.map(({ id }) => id), async (ids) => {
      for (const row of await db.findBy(ListRowEntity, { id: In(ids), periodId })) known.set(row.id, row);
    });
    const problems: FieldProblem[] = [];
    const isPublic = await this.published(db, stages.includes('published') ? [...known.keys()] : []);
    const rows = changes.flatMap((change, index): Ready[] => {
      const row = known.get(change.id);
      if (!row) {
        problems.push({ path: `changes.${index}`, message: { id: 'Baris ini tidak ada pada daftar data ini.', en: 'This row is not in this list.' } });
        return [];
      }
      const given = change.byMetadata ? change.values : withMetadataFormulas(change.values ?? {}, row.values);
      const read = readValues(given ?? {}, row.values, `changes.${index}`, producers, isPublic.has(change.id) ? stages : stages.filter((stage) => stage !== 'published'));
      problems.push(...read.problems);
      return [{ row, values: { ...row.values, ...read.values }, removed: change.removed ?? row.removedAt !== null }];
    });
    await this.assertSeen(db, changes, rows);
    return { rows, problems };
  }

  /** Rows whose data are public, or were before they were archived: only they have an address on a portal. */
  private async published(db: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    await inChunks(ids, async (chunk) => {
      for (const { id } of await db.find(DatasetEntity, { where: { id: And(In(chunk), wasPublished()) }, select: { id: true } })) found.add(id);
    });
    return found;
  }

  /** Who saw an older version may still change other fields than those that were changed meanwhile. */
  private async assertSeen(db: EntityManager, changes: readonly RowChange[], rows: readonly Ready[]): Promise<void> {
    const seen = new Map(changes.map((change) => [change.id, change]));
    const stale = rows.filter(({ row }) => row.version !== seen.get(row.id)?.version);
    const since = await this.changesAfter(db, stale.map(({ row }) => row.id), Math.min(...stale.map(({ row }) => seen.get(row.id)?.version ?? 0)));
    const userId = this.asker.current()?.id;
    const conflicts = stale.flatMap(({ row, values }): Conflict[] => {
      const { version = 0, own = [] } = seen.get(row.id) ?? {};
      const mine = new Set(changedFields(row.values, values));
      // Nobody can say of another person's version that it is his own.
      const others = (since.get(row.id) ?? []).filter((one) => one.version > version && (one.userId === null || one.userId !== userId || !own.includes(one.version)));
      const clash = others.find(({ field, kind }) => kind !== 'moved' && (kind !== 'changed' || (field !== null && (mine.has(field) || (isTableField(field) && [...mine].some(isTableField))))));
      return clash ? [{ id: row.id, field: clash.field, by: clash.userName, at: clash.at.toISOString(), name: textOf(row.values, 'nama') }] : [];
    });
    if (conflicts.length > 0) throw changedMeanwhile(conflicts);
  }

  /** What was changed of each row after a version and by whom, the newest first. */
  private async changesAfter(db: EntityManager, ids: readonly string[], version: number): Promise<ReadonlyMap<string, ListChangeEntity[]>> {
    const found: ListChangeEntity[] = [];
    const select = { rowId: true, version: true, field: true, kind: true, userId: true, userName: true, at: true } as const;
    await inChunks(ids, async (chunk) => { found.push(...(await db.find(ListChangeEntity, { where: { rowId: In(chunk), version: MoreThan(version) }, select, order: { version: 'DESC' } }))); });
    return grouped(found, ({ rowId }) => rowId);
  }

  private async change(db: EntityManager, { row, values, removed }: Ready, producers: Producers): Promise<Change[]> {
    const next = { id: row.id, periodId: row.periodId, version: row.version + 1 };
    const moved = removed === (row.removedAt !== null) ? [] : [{ row: next, kind: removed ? ('removed' as const) : ('restored' as const) }];
    const fields = fieldChanges(next, row.values, values);
    if (fields.length + moved.length === 0) return [];
    const now = this.clock.now();
    const { affected } = await db.update(ListRowEntity, { id: row.id, version: row.version }, {
      values: values as Record<string, never>, version: next.version, comparedTo: null, problems: rowProblems(values, producers).length, updatedAt: now, removedAt: removed ? (row.removedAt ?? now) : null,
    });
    if (affected !== 1) throw changedMeanwhile([{ id: row.id, field: null, by: null, at: null, name: textOf(row.values, 'nama') }]);
    // The code and the links belong to the data set, also after the list was sent.
    if (fields.some(({ field }) => field === 'kodeMetadata')) await db.update(DatasetEntity, { id: row.id }, { metadataCode: textOf(values, 'kodeMetadata') || null });
    return [...moved, ...fields];
  }

  private async add(db: EntityManager, periodId: string, all: readonly { readonly id: string; readonly values: RowValues }[], producers: Producers): Promise<ListRowEntity[]> {
    if (all.length === 0) return [];
    const [last] = await db.find(ListRowEntity, { where: { periodId }, order: { position: 'DESC' }, take: 1 });
    const rows = all.map(({ id, values }, index): ListRowEntity => ({
      id, periodId, position: (last?.position ?? -1) + 1 + index, version: 1, values, problems: rowProblems(values, producers).length, sourceId: null, comparison: 'new', comparedTo: NO_SOURCE, updatedAt: this.clock.now(), removedAt: null,
    }));
    await inChunks(rows, (chunk) => db.insert(ListRowEntity, chunk as never));
    return rows;
  }

  private async alreadyAdded(db: EntityManager, periodId: string, ids: readonly string[]): Promise<Set<string>> {
    const there = new Set<string>();
    await inChunks(ids, async (chunk) => {
      for (const row of await db.findBy(ListRowEntity, { id: In(chunk) })) {
        if (row.periodId !== periodId) throw Problem.notFound();
        there.add(row.id);
      }
    });
    return there;
  }

  private async assertRoom(db: EntityManager, periodId: string, more: number): Promise<void> {
    if (more === 0 || (await db.countBy(ListRowEntity, { periodId })) + more <= MOST_ROWS) return;
    throw new Problem('data-list-full', 422, { id: `Daftar data paling banyak ${MOST_ROWS} baris.`, en: `A data list has at most ${MOST_ROWS} rows.` });
  }
}

const listClosed = () =>
  new Problem('data-list-closed', 409, { id: 'Daftar data ini sedang diperiksa atau sudah dikirim, sehingga tidak dapat diubah.', en: 'This list is being checked or has been sent, so it cannot be changed.' });
function changedMeanwhile(conflicts: readonly Conflict[]): Problem {
  const by = [...new Set(conflicts.flatMap(({ by: name }) => name ?? []))].join(', ');
  return new Problem('data-list-changed', 409, {
    id: `Isian yang sama sudah diubah oleh ${by || 'orang lain'}. Tidak ada yang disimpan; lihat isian terbaru, lalu ubah kembali.`,
    en: `The same field has been changed by ${by || 'somebody else'}. Nothing was kept; look at what it says now, then make your change again.`,
  }, { conflicts });
}
