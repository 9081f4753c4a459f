import type { EvidenceRecord } from '../evidence-record.js';
import type { EvidenceScope } from '../evidence-scope.js';

/** Where records of one kind are read. */
export interface EvidenceSource {
  count(scope: EvidenceScope): Promise<number>;
  /** At most `limit`, in the order of their ids, after that one. */
  page(scope: EvidenceScope, after: string | null, limit: number): Promise<EvidenceRecord[]>;
}

/** A source of few records, one or some for a period: read as a whole. */
export function listSource(records: (scope: EvidenceScope) => Promise<EvidenceRecord[]>, count: (scope: EvidenceScope) => Promise<number>): EvidenceSource {
  return {
    count,
    page: async (scope, after, limit) => (await records(scope)).filter(({ id }) => id > (after ?? '')).toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit),
  };
}
