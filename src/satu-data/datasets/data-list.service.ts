import { Injectable } from '@nestjs/common';
import { Clock, Offices, Problem, Transactions, type FieldProblem, type Office } from 'tertib';
import { In, Not, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DEMO_DATASETS } from '../demo/demo-datasets.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { rejectAll } from '../shared/reject.js';
import { slugOf } from '../shared/slug.js';
import { descriptionOf, rowOf, type DataListRow } from './data-list.js';
import { problemsOf } from './data-list.problems.js';
import { DatasetStateEntity } from './dataset-state.entity.js';
import { DatasetEntity } from './dataset.entity.js';
import { INITIAL_STATE } from './dataset.states.js';
import type { Variable } from './dataset.types.js';

/** The data list of a period: what it starts from, and how it is kept. */
@Injectable()
export class DataListService {
  constructor(
    private readonly database: Transactions,
    private readonly offices: Offices,
    private readonly clock: Clock,
  ) {}

  async ofPeriod(periodId: string): Promise<DatasetEntity[]> {
    return this.database.read.find(DatasetEntity, { where: { periodId }, order: { position: 'ASC' } });
  }

  /** This period's list; before it has one, the last period's; before there was any, examples for the producers that exist. */
  async proposal(periodId: string): Promise<Record<string, unknown>[]> {
    const own = await this.ofPeriod(periodId);
    if (own.length > 0) return own.map(rowOf);
    const last = await this.lastPeriod(periodId);
    return last.length > 0 ? last.map((dataset) => rowOf({ ...dataset, id: null })) : this.examples();
  }

  /** Replaces the period's list. Rows that were there keep their identity. */
  async keep(periodId: string, rows: readonly DataListRow[]): Promise<void> {
    const producers = await this.producers();
    const described = rows.map((row) => ({ row, office: producers.get(row.produsen), description: descriptionOf(row) }));
    rejectAll([
      ...described.flatMap(({ office, description }, index): FieldProblem[] => [
        ...(office ? [] : [{ path: `daftar.${index}.produsen`, message: { id: 'Pilih produsen data.', en: 'Choose a producer.' } }]),
        ...problemsOf(description, `daftar.${index}`),
      ]),
      ...repeated(rows),
    ]);
    await this.database.tx(async (db) => {
      const before = new Map((await db.findBy(DatasetEntity, { periodId })).map((one) => [one.id, one]));
      if ([...before.values()].some(({ state }) => state !== INITIAL_STATE)) throw listClosed();
      const kept = rows.map(({ datasetId }) => datasetId).filter((id): id is string => id !== null && before.has(id));
      await db.delete(DatasetEntity, { periodId, ...(kept.length > 0 && { id: Not(In(kept)) }) });
      for (const id of kept) await db.update(DatasetEntity, id, { slug: id });
      const slugs = new Set<string>();
      for (const [position, { row, office, description }] of described.entries()) {
        if (!office) continue;
        const slug = freeSlug(description.title, office, slugs);
        const values = { ...description, position, slug, officeId: office.id, officeCode: office.code, code: row.idDdd ?? `${office.code}-${String(position + 1).padStart(3, '0')}`, updatedAt: this.clock.now() };
        const own = row.datasetId ? before.get(row.datasetId) : undefined;
        if (own) await db.update(DatasetEntity, own.id, { ...values, variables: withDefinitions(values.variables, own.variables) });
        else await this.add(db, periodId, values);
      }
    });
  }

  private async add(db: EntityManager, periodId: string, values: Partial<DatasetEntity>): Promise<void> {
    const id = uuidv7();
    await db.insert(DatasetEntity, { ...values, id, periodId, state: INITIAL_STATE });
    await db.insert(DatasetStateEntity, { id: uuidv7(), datasetId: id, before: null, after: INITIAL_STATE, reason: null, userId: null, at: this.clock.now() });
  }

  private async lastPeriod(periodId: string): Promise<DatasetEntity[]> {
    const [last] = await this.database.read.find(PeriodEntity, { where: { id: Not(periodId), state: Not('cancelled') }, order: { openedAt: 'DESC' }, take: 1 });
    return last ? this.ofPeriod(last.id) : [];
  }

  private async producers(): Promise<ReadonlyMap<string, Office>> {
    return new Map((await this.offices.all('produsen')).flatMap((office) => [[office.id, office], [office.code, office]]));
  }

  private async examples(): Promise<Record<string, unknown>[]> {
    const offices = await this.offices.all('produsen');
    return DEMO_DATASETS.flatMap((one) => {
      const office = offices.find(({ code, name }) => one.producer.test(`${code} ${name}`));
      if (!office) return [];
      const { title, definition, unit, schedule, method, dataPeriod, code, indicators } = one;
      return [rowOf({
        id: null, code, title, definition, unit, schedule, method, dataPeriod, officeId: office.id, ddpCode: '-', referenceSource: null, indicatorCode: null, indicatorName: null,
        kind: 'statistik', subject: 'variabel', standardCode: null, riskClass: 'terbuka', classification: 'wilayah', contact: null, decimalMark: ',',
        variables: [...one.variables], rules: [...one.rules], indicators: [...indicators],
      })];
    });
  }
}

/** The form has no field for what a column's values mean; what was said of it before, by MS-Var, stays. */
const withDefinitions = (variables: readonly Variable[], before: readonly Variable[]): Variable[] =>
  variables.map((one) => ({ ...one, definition: one.definition ?? before.find(({ name }) => name === one.name)?.definition ?? null }));

function freeSlug(title: string, office: Office, taken: Set<string>): string {
  const base = slugOf(title) || 'dataset';
  const slug = [base, `${base}-${slugOf(office.code)}`, ...Array.from({ length: 500 }, (_, n) => `${base}-${n + 2}`)].find((one) => !taken.has(one)) ?? base;
  taken.add(slug);
  return slug;
}

function repeated(rows: readonly DataListRow[]): FieldProblem[] {
  const names = rows.map(({ nama, produsen }) => `${produsen} ${nama.trim().toLowerCase()}`);
  const message = { id: 'Dataset ini sudah ada pada daftar untuk produsen yang sama.', en: 'The same producer already has this data set in the list.' };
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [{ path: `daftar.${index}.nama`, message }] : []));
}

const listClosed = () =>
  new Problem('data-list-closed', 409, { id: 'Permintaan sudah dikirim, sehingga daftar data tidak dapat diubah lagi.', en: 'Requests have been sent, so the data list can no longer be changed.' });
