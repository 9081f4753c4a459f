import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../sdk/index.js';
import { CaseEntity } from '../../cases/index.js';
import { Releases, type DiagramElement } from '../../releases/index.js';

export interface DrawnDiagram {
  readonly processKey: string;
  readonly name: string;
  readonly version: number;
  readonly releaseId: string;
  readonly xml: string;
}

/**
 * Which diagrams stand for all versions of a procedure: those that are in force, because a head asks what is to be changed of
 * today's procedure; those of the newest version with cases, where the procedure is no longer in force. ADR 0024.
 */
@Injectable()
export class DrawnDiagrams {
  constructor(
    private readonly releases: Releases,
    private readonly transactions: Transactions,
  ) {}

  /** The procedure's, then those that it calls; none for a procedure that never was. */
  async of(procedure: string): Promise<DrawnDiagram[]> {
    const release = await this.releaseFor(procedure);
    if (!release) return [];
    const keys = [procedure];
    for (const key of keys) keys.push(...(await this.releases.summary(release.id, key)).calls.filter((call) => !keys.includes(call)));
    return Promise.all(keys.map(async (processKey) => ({
      processKey,
      name: (await this.releases.summary(release.id, processKey)).name,
      version: release.version,
      releaseId: release.id,
      xml: await this.releases.diagram(release.id, processKey),
    })));
  }

  element({ releaseId, processKey }: DrawnDiagram, elementId: string): Promise<DiagramElement | null> {
    return this.releases.element(releaseId, processKey, elementId);
  }

  private async releaseFor(procedure: string): Promise<{ id: string; version: number } | null> {
    const live = await this.releases.live();
    if (live && (await this.releases.keys(live.id, 'diagram')).includes(procedure)) return live;
    const rows = await this.transactions.read.createQueryBuilder(CaseEntity, 'c').select('c.releaseId', 'id').distinct().where('c.procedureKey = :procedure', { procedure }).getRawMany<{ id: string }>();
    const used = new Set(rows.map(({ id }) => id));
    return (await this.releases.all()).find(({ id }) => used.has(id)) ?? null;
  }
}
