import { Injectable } from '@nestjs/common';
import { Clock, Offices, Problem, Transactions, type Office } from 'tertib';
import { In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { inChunks } from '../shared/in-chunks.js';
import { slugOf } from '../shared/slug.js';
import { descriptionOf, type DataListRow } from './data-list.js';
import { DatasetStateEntity } from './dataset-state.entity.js';
import { DatasetEntity } from './dataset.entity.js';
import { INITIAL_STATE } from './dataset.states.js';
import type { Variable } from './dataset.types.js';

/** A row that is ready. `sourceId` is the last period's data set that it is again. */
export interface ListedRow {
  readonly id: string;
  readonly sourceId: string | null;
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

  /** Makes the period's data sets those of the list; one that was there keeps its identity, one that was in the last period its public name. */
  async keep(periodId: string, rows: readonly ListedRow[]): Promise<void> {
    const producers = new Map((await this.offices.all('produsen')).map((office) => [office.id, office]));
    await this.database.tx(async (db) => {
      const before = new Map((await db.findBy(DatasetEntity, { periodId })).map((one) => [one.id, one]));
      if ([...before.values()].some(({ state }) => state !== INITIAL_STATE)) throw listClosed();
      const listed = new Set(rows.map(({ id }) => id));
      const gone = [...before.keys()].filter((id) => !listed.has(id));
      await inChunks(gone, (some) => db.delete(DatasetEntity, { id: In(some), periodId }));
      // Names may be exchanged between rows: each gives up its own first.
      for (const { id } of before.values()) if (listed.has(id)) await db.update(DatasetEntity, id, { slug: id });
      const names = await this.publicNames(rows.flatMap(({ sourceId }) => sourceId ?? []));
      const slugs = new Set(rows.flatMap(({ sourceId }) => names.get(sourceId ?? '') ?? []));
      const added: DatasetEntity[] = [];
      for (const [position, { id, sourceId, metadataCode, row }] of rows.entries()) {
        const office = producers.get(row.produsen);
        if (!office) throw new Error(`Row ${id} of the list has no producer ${row.produsen}`);
        const description = descriptionOf(row);
        const slug = names.get(sourceId ?? '') ?? freeSlug(description.title, office, slugs);
        const values = { ...description, metadataCode, position, slug, officeId: office.id, officeCode: office.code, code: row.idDdd ?? `${office.code}-${String(position + 1).padStart(3, '0')}`, updatedAt: this.clock.now() };
        const own = before.get(id);
        if (own) await db.update(DatasetEntity, id, { ...values, variables: withDefinitions(values.variables, own.variables) });
        else added.push({ ...values, id, periodId, state: INITIAL_STATE } as DatasetEntity);
      }
      const states = added.map(({ id }) => ({ id: uuidv7(), datasetId: id, before: null, after: INITIAL_STATE, reason: null, userId: null, at: this.clock.now() }));
      await inChunks(added, (some) => db.insert(DatasetEntity, some as never));
      await inChunks(states, (some) => db.insert(DatasetStateEntity, some));
    });
  }

  private async publicNames(sources: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found: DatasetEntity[] = [];
    await inChunks(sources, async (some) => void found.push(...(await this.database.read.find(DatasetEntity, { where: { id: In(some) }, select: { id: true, slug: true } }))));
    return new Map(found.map(({ id, slug }) => [id, slug]));
  }
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
