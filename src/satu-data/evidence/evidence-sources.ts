import { Injectable } from '@nestjs/common';
import { AuditLog, Cases, Letters, Problem, Transactions } from 'tertib';
import type { EvidenceKind } from './evidence-kinds.js';
import type { EvidenceRecord } from './evidence-record.js';
import type { EvidenceScope } from './evidence-scope.js';
import { caseSources } from './sources/case-kinds.js';
import { datasetKinds } from './sources/dataset-kinds.js';
import { deliveryKinds, findingKinds } from './sources/delivery-kinds.js';
import { letterSource } from './sources/letter-kinds.js';
import { metadataKinds } from './sources/metadata-kinds.js';
import { periodKinds } from './sources/period-kinds.js';
import type { EvidenceSource } from './sources/source.js';
import { stateKinds } from './sources/state-kinds.js';

const TABLES = [datasetKinds, deliveryKinds, findingKinds, metadataKinds, ...periodKinds] as const;
/** Ids are of one length but for their last sign: so many at most begin like one of them. */
const ALIKE = 36;

/** Every kind of evidence, wherever it is read. */
@Injectable()
export class EvidenceSources {
  private readonly sources: readonly EvidenceSource<EvidenceKind>[];

  constructor(database: Transactions, letters: Letters, cases: Cases, audit: AuditLog) {
    this.sources = [...[...TABLES, stateKinds(cases)].map((source) => source(database)), letterSource(letters), ...caseSources(cases, audit)];
  }

  /** A query for each table, whatever number of kinds it holds. */
  async counts(scope: EvidenceScope): Promise<ReadonlyMap<EvidenceKind, number>> {
    const counted = await Promise.all(this.sources.map((source) => source.counts(scope)));
    return new Map(counted.flatMap((one) => Object.entries(one) as [EvidenceKind, number][]));
  }

  /** What is begun and not complete; of kinds without such, nothing. */
  async unfinished(scope: EvidenceScope): Promise<ReadonlyMap<EvidenceKind, number>> {
    const counted = await Promise.all(this.sources.map((source) => source.unfinished?.(scope) ?? {}));
    return new Map(counted.flatMap((one) => Object.entries(one) as [EvidenceKind, number][]));
  }

  page(kind: EvidenceKind, scope: EvidenceScope, after: string | null, limit: number): Promise<EvidenceRecord[]> {
    const source = this.sources.find(({ kinds }) => kinds.includes(kind));
    if (!source) throw new Error(`No source has evidence of the kind "${kind}"`);
    return source.page(kind, scope, after, limit);
  }

  /** @throws "not found" where the scope has no such record. */
  async one(kind: EvidenceKind, scope: EvidenceScope, id: string): Promise<EvidenceRecord> {
    const alike = await this.page(kind, scope, id.slice(0, -1), ALIKE);
    const found = alike.find((record) => record.id === id);
    if (!found) throw Problem.notFound();
    return found;
  }

  /** All records of a kind, a page at a time. */
  async *all(kind: EvidenceKind, scope: EvidenceScope, batch: number): AsyncGenerator<EvidenceRecord[]> {
    for (let after: string | null = null; ; ) {
      const records = await this.page(kind, scope, after, batch);
      if (records.length > 0) yield records;
      if (records.length < batch) return;
      after = records.at(-1)?.id ?? null;
    }
  }
}
