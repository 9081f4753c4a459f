import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { Asker, AuditLog, Clock, Transactions, type Text } from '../../../sdk/index.js';
import { nextBundle } from '../bundle.js';
import { Publishing } from '../publishing.service.js';
import { ReleaseProblem } from '../releases.problems.js';
import { bundleHash } from '../resource.js';
import { PlanNews } from './plan-news.js';
import { PlannedPublicationEntity } from './planned-publication.entity.js';
import type { PlannedSchema } from './planned.schemas.js';

type Planned = z.output<typeof PlannedSchema>;

/** When a version is to be published. What does not fit is refused now, not at night. */
@Injectable()
export class PlannedPublishing {
  constructor(
    private readonly transactions: Transactions,
    private readonly publishing: Publishing,
    private readonly clock: Clock,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    private readonly news: PlanNews,
  ) {}

  /** What waits, or has failed and was not put aside; null for neither. */
  async current(): Promise<Planned | null> {
    const [row] = await this.transactions.read.find(PlannedPublicationEntity, { where: { state: In(['waiting', 'failed']) }, order: { id: 'DESC' }, take: 1 });
    if (!row) return null;
    const { id, at, note, plannedByName, plannedAt, reason } = row;
    const outdated = row.state === 'waiting' && bundleHash((await nextBundle(this.transactions.read)).resources) !== row.sha256;
    return { id, state: row.state === 'waiting' ? 'waiting' : 'failed', at: at.toISOString(), note, plannedByName, plannedAt: plannedAt.toISOString(), outdated, reason };
  }

  /** Takes the place of what was planned before. @throws as publishing now would, and 422 for a time that is over. */
  async plan(note: string, at: Date): Promise<void> {
    const now = this.clock.now();
    if (at <= now) throw ReleaseProblem.timeIsOver();
    const { changed, hash } = await this.publishing.publishable();
    const { id: plannedBy, name: plannedByName } = this.asker.required();
    await this.transactions.tx(async (db) => {
      await this.end();
      const row: PlannedPublicationEntity = { id: uuidv7(), state: 'waiting', at, note, sha256: hash, plannedBy, plannedByName, plannedAt: now, endedAt: null, reason: null };
      await db.insert(PlannedPublicationEntity, row);
      await this.audit.write({ action: 'release.planned', subject: row.id, detail: { at: at.toISOString(), note, changed } });
    });
  }

  /** Withdraws what waits, or puts aside what has failed. */
  async withdraw(): Promise<void> {
    await this.transactions.tx(async () => {
      for (const id of await this.end()) await this.audit.write({ action: 'release.plan-withdrawn', subject: id, detail: {} });
    });
  }

  async due(): Promise<PlannedPublicationEntity | null> {
    const waiting = await this.transactions.read.findOneBy(PlannedPublicationEntity, { state: 'waiting' });
    return waiting && waiting.at <= this.clock.now() ? waiting : null;
  }

  /** Told by mail as well: nobody looks on at night. */
  async failed(plan: PlannedPublicationEntity, reason: Text): Promise<void> {
    const { id } = plan;
    await this.transactions.tx(async (db) => {
      const { affected } = await db.update(PlannedPublicationEntity, { id, state: 'waiting' }, { state: 'failed', reason, endedAt: this.clock.now() });
      // Another node has said so, or somebody withdrew it in this moment.
      if (affected !== 1) return;
      await this.news.failed(plan, reason);
      await this.audit.write({ action: 'release.plan-failed', subject: id, detail: { reason: reason.en } });
    });
  }

  private async end(): Promise<string[]> {
    const rows = await this.transactions.read.findBy(PlannedPublicationEntity, { state: In(['waiting', 'failed']) });
    const ids = rows.map(({ id }) => id);
    await this.transactions.tx((db) => db.update(PlannedPublicationEntity, { id: In(ids) }, { state: 'withdrawn', endedAt: this.clock.now() }));
    return ids;
  }
}
