import { Injectable } from '@nestjs/common';
import { Offices } from 'tertib';
import { EPSS } from './epss.js';
import { EVIDENCE_KINDS, KINDS, type EvidenceKind } from './evidence-kinds.js';
import { namedFile } from './evidence-record.js';
import { EvidenceScopes } from './evidence-scope.js';
import { EvidenceSources } from './evidence-sources.js';
import type { Evidence, EvidenceRecordQuery, EvidenceRecords, EvidenceScopeList } from './evidence.schemas.js';
import { GSBPM_PHASES } from './gsbpm.js';
import { phasesOf } from './gsbpm-phases.js';
import { OwnEvidence } from './own/own-evidence.service.js';

const UNMARKED = { id: 'Langkah tanpa fase', en: 'Steps without a phase' };

/** What the procedure has recorded for each indicator of the evaluation (EPSS). It judges nothing: the level of maturity is for those who assess. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly scopes: EvidenceScopes,
    private readonly sources: EvidenceSources,
    private readonly offices: Offices,
    private readonly own: OwnEvidence,
  ) {}

  async list(): Promise<EvidenceScopeList> {
    const { years, periods } = await this.scopes.all();
    return { years, periods: periods.map(({ id, title, year }) => ({ id, title, year })) };
  }

  async of(key: string): Promise<Evidence> {
    const scope = await this.scopes.of(key);
    const [counts, unfinished, own, times] = await Promise.all([this.sources.counts(scope), this.sources.unfinished(scope), this.own.counts(scope), scope.times()]);
    return {
      title: scope.title, until: scope.until.toISOString(),
      kinds: KINDS.map((kind) => ({ key: kind, name: EVIDENCE_KINDS[kind], count: counts.get(kind) ?? 0, unfinished: unfinished.get(kind) ?? 0 })),
      domains: EPSS.map(({ code, title, en, aspects }) => ({
        code, name: { id: title, en },
        aspects: aspects.map((aspect) => ({ code: aspect.code, name: { id: aspect.title, en: aspect.en }, indicators: aspect.indicators.map((one) => ({ code: one.code, name: { id: one.title, en: one.en }, kinds: [...one.kinds], own: own.get(one.code) ?? 0 })) })),
      })),
      phases: phasesOf(times.flat()).map(({ code, count, open, seconds, steps }) => ({ code, name: (code === null ? undefined : GSBPM_PHASES[code]) ?? UNMARKED, count, open, seconds, steps: [...steps] })),
    };
  }

  async records(key: string, kind: EvidenceKind, { after, limit }: EvidenceRecordQuery): Promise<EvidenceRecords> {
    const scope = await this.scopes.of(key);
    const found = await this.sources.page(kind, scope, after ?? null, limit + 1);
    const names = new Map((await this.offices.all()).map(({ id, name }) => [id, name]));
    const shown = found.slice(0, limit);
    return {
      records: await Promise.all(shown.map(async (record) => {
        const { name, sha256 } = await namedFile(record);
        return { id: record.id, title: record.title, at: record.at?.toISOString() ?? null, office: record.officeId === null ? null : (names.get(record.officeId) ?? record.officeId), link: record.link, fileName: name, sha256, stored: record.file !== null };
      })),
      next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  }
}
