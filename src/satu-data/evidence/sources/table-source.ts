import type { Transactions } from 'tertib';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { DatasetEntity } from '../../datasets/dataset.entity.js';
import type { EvidenceRecord } from '../evidence-record.js';
import type { EvidenceScope } from '../evidence-scope.js';
import type { EvidenceSource } from './source.js';

/** What makes a row of a table evidence of a kind, and what it tells. */
interface TableKind<E extends ObjectLiteral> {
  /** Of the rows `x` that are within; default: all. */
  readonly holds?: string;
  /** A page of rows as records. */
  readonly records: (rows: readonly E[], read: EntityManager) => Promise<EvidenceRecord[]>;
}

/** Kinds whose records are rows of one of our tables, which stands as `x` in `within` and `holds`. */
interface TableOfKinds<E extends ObjectLiteral, K extends string> {
  readonly entity: new () => E;
  /** Default `id`. */
  readonly key?: string;
  /** Which rows are of the scope; `:...periods` and `:until` have their values. */
  readonly within: (query: SelectQueryBuilder<E>) => SelectQueryBuilder<E>;
  readonly kinds: Readonly<Record<K, TableKind<E>>>;
}

/** A source that still needs its database. */
export type TableSource<K extends string> = (database: Transactions) => EvidenceSource<K>;

/** The database counts, all kinds at once, and answers a page at a time. */
export const tableSource = <E extends ObjectLiteral, K extends string>({ entity, key = 'id', within, kinds }: TableOfKinds<E, K>): TableSource<K> => (database) => {
  const names = Object.keys(kinds) as K[];
  const query = ({ periodIds, until }: EvidenceScope) => within(database.read.createQueryBuilder(entity, 'x')).setParameters({ periods: periodIds, until: until.toISOString() });
  return {
    kinds: names,
    counts: async (scope) => {
      const counting = names.reduce((all, name, index) => all.addSelect(`SUM(CASE WHEN ${kinds[name].holds ?? '1 = 1'} THEN 1 ELSE 0 END)`, `n${index}`), query(scope).select('COUNT(*)', 'rows'));
      // PostgreSQL answers sums as text, and both answer nothing at all of no rows.
      const [counted = {}] = await counting.getRawMany<Record<string, string | number | null>>();
      return Object.fromEntries(names.map((name, index) => [name, Number(counted[`n${index}`] ?? 0)])) as Record<K, number>;
    },
    page: async (kind, scope, after, limit) => {
      const { holds = '1 = 1', records } = kinds[kind];
      return records(await query(scope).andWhere(`(${holds})`).andWhere(`x.${key} > :after`, { after: after ?? '' }).orderBy(`x.${key}`, 'ASC').limit(limit).getMany(), database.read);
    },
  };
};

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
