import type { Transactions } from 'tertib';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { DatasetEntity } from '../../datasets/dataset.entity.js';
import type { EvidenceRecord } from '../evidence-record.js';
import type { EvidenceScope } from '../evidence-scope.js';
import type { EvidenceSource } from './source.js';

/** Records that are rows of one of our tables, which stands as `x` in `within`. */
export interface TableKind<E extends ObjectLiteral> {
  readonly entity: new () => E;
  /** Default `id`. */
  readonly key?: string;
  /** Which rows are of the scope and speak for the kind; `:...periods` and `:until` have their values. */
  readonly within: (query: SelectQueryBuilder<E>) => SelectQueryBuilder<E>;
  /** A page of rows as records. */
  readonly records: (rows: readonly E[], read: EntityManager) => Promise<EvidenceRecord[]>;
}

/** The database counts, and answers a page at a time. */
export function tableSource<E extends ObjectLiteral>(database: Transactions, { entity, key = 'id', within, records }: TableKind<E>): EvidenceSource {
  const query = ({ periodIds, until }: EvidenceScope) =>
    within(database.read.createQueryBuilder(entity, 'x')).setParameters({ periods: periodIds, until: until.toISOString() });
  return {
    count: (scope) => query(scope).getCount(),
    page: async (scope, after, limit) =>
      records(await query(scope).andWhere(`x.${key} > :after`, { after: after ?? '' }).orderBy(`x.${key}`, 'ASC').limit(limit).getMany(), database.read),
  };
}

/** A kind, without what its rows are: kinds of several tables stand in one record. */
export type AnyTableKind = (database: Transactions) => EvidenceSource;
export const tableKind = <E extends ObjectLiteral>(kind: TableKind<E>): AnyTableKind => (database) => tableSource(database, kind);

/** Rows that belong to a data set of the scope. */
export const ofDatasets = <E extends ObjectLiteral>(query: SelectQueryBuilder<E>): SelectQueryBuilder<E> =>
  query.innerJoin(DatasetEntity, 'd', 'd.id = x.datasetId').where('d.periodId IN (:...periods)');

/** What people call the data set of each row. */
export async function datasetsOf(read: EntityManager, ids: readonly string[]): Promise<(id: string) => Pick<DatasetEntity, 'title' | 'code' | 'officeId' | 'periodId'>> {
  const rows = ids.length === 0 ? [] : await read.createQueryBuilder(DatasetEntity, 'd').select(['d.id', 'd.title', 'd.code', 'd.officeId', 'd.periodId']).where('d.id IN (:...ids)', { ids: [...new Set(ids)] }).getMany();
  const known = new Map(rows.map((one) => [one.id, one]));
  return (id) => known.get(id) ?? { title: id, code: '', officeId: '', periodId: '' };
}

export const analysisOf = (datasetId: string): string => `/satu-data/analysis/${datasetId}`;
export const listOf = (periodId: string): string => `/satu-data/data-list/${periodId}`;
export const boardOf = (periodId: string): string => `/satu-data/board/${periodId}`;
export const caseOf = (periodId: string): string => `/cases/${periodId}`;
