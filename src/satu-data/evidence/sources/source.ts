import type { EvidenceRecord } from '../evidence-record.js';
import type { EvidenceScope } from '../evidence-scope.js';

/** Where records of some kinds are read; those that are rows of one table are counted together. */
export interface EvidenceSource<K extends string = string> {
  readonly kinds: readonly K[];
  counts(scope: EvidenceScope): Promise<Readonly<Partial<Record<K, number>>>>;
  /** What is there and not finished, so that it is no evidence yet. */
  unfinished?(scope: EvidenceScope): Promise<Readonly<Partial<Record<K, number>>>>;
  /** At most `limit`, in the order of their ids, after that one. */
  page(kind: K, scope: EvidenceScope, after: string | null, limit: number): Promise<EvidenceRecord[]>;
}

/** A source of few records, one or some for a period: read as a whole. */
export function listSource<K extends string>(kind: K, records: (scope: EvidenceScope) => Promise<EvidenceRecord[]>, count: (scope: EvidenceScope) => Promise<number>): EvidenceSource<K> {
  return {
    kinds: [kind],
    counts: async (scope) => ({ [kind]: await count(scope) }) as Partial<Record<K, number>>,
    page: async (_, scope, after, limit) => (await records(scope)).filter(({ id }) => id > (after ?? '')).toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit),
  };
}
