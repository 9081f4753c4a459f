import { Injectable } from '@nestjs/common';
import { AuditLog, Cases, Letters, Problem, Transactions } from 'tertib';
import { KINDS, type EvidenceKind } from './evidence-kinds.js';
import type { EvidenceRecord } from './evidence-record.js';
import type { EvidenceScope } from './evidence-scope.js';
import { caseSources } from './sources/case-kinds.js';
import { datasetKinds } from './sources/dataset-kinds.js';
import { deliveryKinds } from './sources/delivery-kinds.js';
import { letterSources } from './sources/letter-kinds.js';
import { metadataKinds } from './sources/metadata-kinds.js';
import { periodKinds } from './sources/period-kinds.js';
import type { EvidenceSource } from './sources/source.js';
import { stateKinds } from './sources/state-kinds.js';

const TABLES = { ...datasetKinds, ...deliveryKinds, ...stateKinds, ...metadataKinds, ...periodKinds };
/** Ids are of one length but for their last sign: so many at most begin like one of them. */
const ALIKE = 36;

/** Every kind of evidence, wherever it is read. */
@Injectable()
export class EvidenceSources {
  private readonly sources: Readonly<Record<EvidenceKind, EvidenceSource>>;

  constructor(database: Transactions, letters: Letters, cases: Cases, audit: AuditLog) {
    const tables = Object.fromEntries(Object.entries(TABLES).map(([kind, source]) => [kind, source(database)])) as Record<keyof typeof TABLES, EvidenceSource>;
    this.sources = { ...tables, ...letterSources(letters), ...caseSources(cases, audit) };
  }

  async counts(scope: EvidenceScope): Promise<ReadonlyMap<EvidenceKind, number>> {
    return new Map(await Promise.all(KINDS.map(async (kind) => [kind, await this.sources[kind].count(scope)] as const)));
  }

  page(kind: EvidenceKind, scope: EvidenceScope, after: string | null, limit: number): Promise<EvidenceRecord[]> {
    return this.sources[kind].page(scope, after, limit);
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
