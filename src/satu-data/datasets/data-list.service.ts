import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Clock, Offices, Problem, Transactions, type Office } from 'tertib';
import { In, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { inChunks } from '../shared/in-chunks.js';
import { insertRows } from '../shared/insert-rows.js';
import { slugOf } from '../shared/slug.js';
import { descriptionOf, type DataListRow, type DatasetDescription } from './data-list.js';
import { DatasetStateEntity } from './dataset-state.entity.js';
import { DatasetEntity } from './dataset.entity.js';
import { INITIAL_STATE } from './dataset.states.js';
import type { Variable } from './dataset.types.js';

/** A row of the list that is ready, by what names it. `sourceId` is the last period's data set that it is again. */
export interface ListedName {
  readonly id: string;
  readonly sourceId: string | null;
  readonly title: string;
  readonly officeId: string;
}
/** What such a row says. */
export interface ListedRow {
  readonly id: string;
  readonly metadataCode: string | null;
  readonly row: DataListRow;
}

/** The data sets of a period, as its list says. */
@Injectable()
export class DataListService {
  constructor(
    private readonly database: Transactions,
    private readonly offices: Offices,
    private readonly clock: Clock,
  ) {}

  /** The first so many, and how many there are. */
  ofPeriod(periodId: string, most: number): Promise<[DatasetEntity[], number]> {
    return this.database.read.findAndCount(DatasetEntity, { where: { periodId }, order: { position: 'ASC' }, take: most });
  }

  /** Makes the period's data sets those of the list; one that was there keeps its identity, one that was in the last period its public name. `read` answers what rows say, a few at once. */
  async keep(periodId: string, listed: readonly ListedName[], read: (ids: readonly string[]) => Promise<ListedRow[]>): Promise<void> {
    const producers = new Map((await this.offices.all('produsen')).map((office) => [office.id, office]));
    await this.database.tx(async (db) => {
      const before = new Map((await db.find(DatasetEntity, { select: { id: true, state: true, slug: true }, where: { periodId } })).map((one) => [one.id, one]));
      if ([...before.values()].some(({ state }) => state !== INITIAL_STATE)) throw listClosed();
      const ids = new Set(listed.map(({ id }) => id));
      await inChunks([...before.keys()].filter((id) => !ids.has(id)), (some) => db.delete(DatasetEntity, { id: In(some), periodId }));
      const slugs = await this.slugs(listed, producers);
      // Names may be exchanged between rows: each gives up its own first.
      for (const { id, slug } of before.values()) if (ids.has(id) && slugs.get(id) !== slug) await db.update(DatasetEntity, id, { slug: id });
      const places = new Map(listed.map(({ id }, position) => [id, position]));
      await inChunks(listed, async (some) => {
        const rows = await read(some.map(({ id }) => id));
        const own = new Map((await db.findBy(DatasetEntity, { id: In(some.flatMap(({ id }) => (before.has(id) ? id : []))) })).map((one) => [one.id, one]));
        const values = rows.map(({ id, metadataCode, row }) => ({ id, ...described(row, producers.get(row.produsen), places.get(id) ?? 0), slug: slugs.get(id) ?? id, metadataCode }));
        for (const { id, ...now } of values) {
          const then = own.get(id);
          if (then) await this.change(db, then, { ...now, variables: withDefinitions(now.variables, then.variables) });
        }
        await this.add(db, values.filter(({ id }) => !own.has(id)).map((one) => ({ ...one, periodId, state: INITIAL_STATE })));
      });
    });
  }

  /** Writes what the list says otherwise now. */
  private async change(db: EntityManager, before: DatasetEntity, values: Described): Promise<void> {
    const changed = Object.entries(values).filter(([key, value]) => !isDeepStrictEqual(value, before[key as keyof Described]));
    if (changed.length > 0) await db.update(DatasetEntity, before.id, { ...Object.fromEntries(changed), updatedAt: this.clock.now() });
  }

  private async add(db: EntityManager, datasets: readonly (Described & Pick<DatasetEntity, 'id' | 'periodId' | 'state'>)[]): Promise<void> {
    if (datasets.length === 0) return;
    const now = this.clock.now();
    await insertRows(db, DatasetEntity, datasets.map((one) => ({ ...one, updatedAt: now }) as DatasetEntity));
    await insertRows(db, DatasetStateEntity, datasets.map(({ id, state }) => ({ id: uuidv7(), datasetId: id, before: null, after: state, reason: null, userId: null, at: now })));
  }

  /** The public name of each row. */
  private async slugs(listed: readonly ListedName[], producers: ReadonlyMap<string, Office>): Promise<ReadonlyMap<string, string>> {
    const names = await this.publicNames(listed.flatMap(({ sourceId }) => sourceId ?? []));
    const taken = new Set(listed.flatMap(({ sourceId }) => names.get(sourceId ?? '') ?? []));
    return new Map(listed.map(({ id, sourceId, title, officeId }) => [id, names.get(sourceId ?? '') ?? freeSlug(title.trim(), officeOf(producers.get(officeId), id), taken)]));
  }

  private async publicNames(sources: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found: DatasetEntity[] = [];
    await inChunks(sources, async (some) => void found.push(...(await this.database.read.find(DatasetEntity, { where: { id: In(some) }, select: { id: true, slug: true } }))));
    return new Map(found.map(({ id, slug }) => [id, slug]));
  }
}

type Described = DatasetDescription & Pick<DatasetEntity, 'position' | 'slug' | 'officeId' | 'officeCode' | 'code' | 'metadataCode'>;

function described(row: DataListRow, producer: Office | undefined, position: number) {
  const office = officeOf(producer, row.nama);
  return { ...descriptionOf(row), position, officeId: office.id, officeCode: office.code, code: row.idDdd ?? `${office.code}-${String(position + 1).padStart(3, '0')}` };
}

function officeOf(producer: Office | undefined, row: string): Office {
  if (!producer) throw new Error(`Row ${row} of the list has a producer that does not exist`);
  return producer;
}

/** The list has no field for what a column's values mean; what was said of it before, by MS-Var, stays. */
const withDefinitions = (variables: readonly Variable[], before: readonly Variable[]): Variable[] =>
  variables.map((one) => ({ ...one, definition: one.definition ?? before.find(({ name }) => name === one.name)?.definition ?? null }));

function freeSlug(title: string, office: Office, taken: Set<string>): string {
  const base = slugOf(title) || 'dataset';
  const own = `${base}-${slugOf(office.code)}`;
  let slug = taken.has(base) ? own : base;
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
  taken.add(slug);
  return slug;
}

const listClosed = () =>
  new Problem('data-list-closed', 409, { id: 'Permintaan sudah dikirim, sehingga daftar data tidak dapat diubah lagi.', en: 'Requests have been sent, so the data list can no longer be changed.' });
