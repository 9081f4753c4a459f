import { isDeepStrictEqual } from 'node:util';
import { Problem, type Office } from 'tertib';
import { In, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { inChunks } from '../shared/in-chunks.js';
import { insertRows } from '../shared/insert-rows.js';
import { updateRows } from '../shared/update-rows.js';
import { descriptionOf, type DataListRow, type DatasetDescription } from './data-list.js';
import { DatasetStateEntity } from './dataset-state.entity.js';
import { DatasetEntity } from './dataset.entity.js';
import { INITIAL_STATE } from './dataset.states.js';
import type { Variable } from './dataset.types.js';
import type { PublicNames } from './public-names.js';

/** A row of the list, by what names it. `sourceId` is the last period's data set that it is again. */
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

/** What a column's values mean, where that is said elsewhere than in the list and the data sets of before; undefined where it is not. */
export type DefinitionOf = (datasetId: string, column: string) => string | null | undefined;

interface Known {
  readonly periodId: string;
  readonly now: Date;
  readonly producers: ReadonlyMap<string, Office>;
  readonly names: PublicNames;
}

type Place = Pick<DatasetEntity, 'position' | 'slug'>;
type Described = DatasetDescription & Place & Pick<DatasetEntity, 'officeId' | 'officeCode' | 'code' | 'metadataCode'>;

/** Makes a period's data sets those of its list, some at a time: first all are told their places, then what each says is kept. One that was there keeps its identity, one that was in the last period its public name. Broken off, what is left is done the next time. */
export class ListKeeping {
  private readonly places = new Map<string, Place>();
  private readonly sources = new Map<string, string>();

  constructor(private readonly known: Known) {}

  /** The next row, in the order of the list. */
  place({ id, sourceId, title, officeId }: ListedName): void {
    const office = officeOf(this.known.producers.get(officeId), title);
    if (sourceId !== null) this.sources.set(id, sourceId);
    this.places.set(id, { position: this.places.size, slug: this.known.names.name(sourceId, title, office) });
  }

  /** Those that are to be called otherwise, or are in the list no more. Names may be exchanged between rows: each gives up its own first. */
  async renamed(db: EntityManager): Promise<string[]> {
    // Not as entities: of 50,000 made at once everybody would notice.
    const before = await db.createQueryBuilder(DatasetEntity, 'd').select('d.id', 'id').addSelect('d.slug', 'slug').where({ periodId: this.known.periodId }).getRawMany<Pick<DatasetEntity, 'id' | 'slug'>>();
    return before.flatMap(({ id, slug }) => (slug === id || this.places.get(id)?.slug === slug ? [] : [id]));
  }

  async giveUpNames(db: EntityManager, ids: readonly string[]): Promise<void> {
    await inChunks(ids, (some) => db.update(DatasetEntity, { id: In(some), periodId: this.known.periodId }, { slug: () => db.connection.driver.escape('id') }));
  }

  /** Writes what rows say otherwise than their data sets. @throws where requests have been sent. */
  async keep(db: EntityManager, rows: readonly ListedRow[], definitionOf: DefinitionOf = () => undefined): Promise<void> {
    const { now, periodId } = this.known;
    const own = new Map((await db.findBy(DatasetEntity, { id: In(rows.map(({ id }) => id)), periodId })).map((one) => [one.id, one]));
    if ([...own.values()].some(({ state }) => state !== INITIAL_STATE)) throw listClosed();
    const before = await columnsOf(db, rows.flatMap(({ id }) => (own.has(id) ? [] : (this.sources.get(id) ?? []))));
    const values = rows.map((row) => {
      const described = this.described(row);
      return { id: row.id, ...described, variables: withDefinitions(described.variables, own.get(row.id)?.variables ?? before.get(this.sources.get(row.id) ?? '') ?? [], (column) => definitionOf(row.id, column)) };
    });
    const keys = new Set<string>(['updatedAt']);
    const changed = values.flatMap((one) => {
      const kept = own.get(one.id);
      const different = kept ? differences(kept, one) : [];
      for (const key of different) keys.add(key);
      return different.length > 0 ? [{ ...one, updatedAt: now }] : [];
    });
    await updateRows(db, DatasetEntity, keys, changed);
    const fresh = values.filter(({ id }) => !own.has(id)).map((one) => ({ ...one, periodId, state: INITIAL_STATE, updatedAt: now }) as DatasetEntity);
    await insertRows(db, DatasetEntity, fresh);
    await insertRows(db, DatasetStateEntity, fresh.map(({ id, state }) => ({ id: uuidv7(), datasetId: id, before: null, after: state, reason: null, userId: null, userName: null, at: now })));
  }

  private described({ id, metadataCode, row }: ListedRow): Described {
    const place = this.places.get(id);
    if (!place || row.idDdd === null) throw listChanged();
    const office = officeOf(this.known.producers.get(row.produsen), row.nama);
    return { ...descriptionOf(row), ...place, officeId: office.id, officeCode: office.code, code: row.idDdd, metadataCode };
  }
}

function officeOf(producer: Office | undefined, row: string): Office {
  if (!producer) throw new Error(`Row ${row} of the list has a producer that does not exist`);
  return producer;
}

/** Columns in which the list says something else. */
const differences = (before: DatasetEntity, after: Described): string[] =>
  Object.entries(after).flatMap(([key, value]) => (isDeepStrictEqual(value, before[key as keyof Described]) ? [] : [key]));

/** The columns of these data sets. */
async function columnsOf(db: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Variable[]>> {
  const found = ids.length > 0 ? await db.find(DatasetEntity, { where: { id: In(ids) }, select: { id: true, variables: true } }) : [];
  return new Map(found.map(({ id, variables }) => [id, variables]));
}

/** The list has no field for what a column's values mean; what was said of it before, by MS-Var, stays, in the next period too. A column of which nothing was said is left as it is, or every one would count as changed. */
const withDefinitions = (variables: readonly Variable[], before: readonly Variable[], said: (column: string) => string | null | undefined): Variable[] =>
  variables.map((one) => {
    const now = said(one.name);
    const definition = now === undefined ? (one.definition ?? before.find(({ name }) => name === one.name)?.definition) : now;
    return definition === undefined ? one : { ...one, definition };
  });

export const listClosed = () =>
  new Problem('data-list-closed', 409, { id: 'Permintaan sudah dikirim, sehingga daftar data tidak dapat diubah lagi.', en: 'Requests have been sent, so the data list can no longer be changed.' });
/** Somebody wrote between check and hand-in. */
export const listChanged = () =>
  new Problem('data-list-edited', 409, {
    id: 'Daftar data diubah selagi diperiksa, sehingga belum diserahkan. Lihat perubahannya di halaman daftar data, lalu serahkan lagi.',
    en: 'The data list was changed while it was being checked, so it has not been handed in. Look at the changes on the page of the data list, then hand it in again.',
  });
