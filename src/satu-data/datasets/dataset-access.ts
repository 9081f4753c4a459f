import { Injectable } from '@nestjs/common';
import { Asker, AuditLog, Problem, Transactions } from 'tertib';
import { In } from 'typeorm';
import { DatasetStateEntity } from './dataset-state.entity.js';
import { DatasetEntity } from './dataset.entity.js';

/** By which somebody who is bound to no office sees what producers delivered. */
const SEES_DATA = ['satu-data.see-deliveries', 'satu-data.see-review'] as const;

/** Whose data sets the asker may see: the office that keeps them all, a producer his own, the statistics office what was sent to it. */
@Injectable()
export class DatasetAccess {
  constructor(
    private readonly database: Transactions,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
  ) {}

  /** The office whose rows the asker is bound to; null is not bound. An account without an office sees none, and the statistics office has none: what it may see besides is said where it is. */
  boundTo(): string | null {
    const { officeKind, officeId, roles } = this.asker.required();
    const free = officeKind === 'walidata' || (officeKind === null && roles.includes('admin'));
    return free ? null : (officeId ?? '-');
  }

  /** As `boundTo`, of the board and the register: whoever is bound to no office sees them by permission. @throws forbidden */
  async boardBoundTo(): Promise<string | null> {
    const bound = this.boundTo();
    if (bound === null && !(await this.asker.can('satu-data.see-board'))) throw Problem.forbidden();
    return bound;
  }

  /** Somebody of the statistics office, who judges what he was sent. */
  isReviewer(): boolean {
    return this.asker.required().officeKind === 'bps';
  }

  /** As `boundTo`, of metadata: they are written on the statistics office's own sheets, for it to read. */
  metadataBoundTo(): string | null {
    return this.isReviewer() ? null : this.boundTo();
  }

  /** @throws "not found" also where it exists and is another's; that is audited. Forbidden for whoever is bound to no office and has no permission to see what producers delivered. */
  async dataset(id: string): Promise<DatasetEntity> {
    const bound = this.boundTo();
    if (bound === null && !(await this.seesData())) throw Problem.forbidden();
    const dataset = await this.database.read.findOneBy(DatasetEntity, { id });
    if (!dataset) throw Problem.notFound();
    if ([null, dataset.officeId].includes(bound) || (this.isReviewer() && (await this.wasSent(id)))) return dataset;
    return this.refuse(dataset.periodId, id, dataset.officeId);
  }

  /** Of the earlier data sets that come along with one that the asker may see: to the statistics office those alone that it was sent, or that are public. Work in the background is for nobody. */
  async comingAlong<T extends Pick<DatasetEntity, 'id' | 'state'>>(datasets: readonly T[]): Promise<T[]> {
    if (this.asker.current()?.officeKind !== 'bps' || datasets.length === 0) return [...datasets];
    const moves = await this.database.read.findBy(DatasetStateEntity, { datasetId: In(datasets.map(({ id }) => id)), after: In(['sent_to_bps', 'published']) });
    return datasets.filter(({ id, state }) => state === 'published' || moves.some(({ datasetId }) => datasetId === id));
  }

  /** Of other data sets those whose values may stand in figures that the asker sees: to the statistics office what it was sent, to a producer its own. Work in the background is for nobody. */
  async besides<T extends Pick<DatasetEntity, 'id' | 'officeId'>>(datasets: readonly T[]): Promise<T[]> {
    if (!this.asker.current() || datasets.length === 0) return [...datasets];
    if (this.isReviewer()) {
      const sent = await this.database.read.findBy(DatasetStateEntity, { datasetId: In(datasets.map(({ id }) => id)), after: 'sent_to_bps' });
      return datasets.filter(({ id }) => sent.some(({ datasetId }) => datasetId === id));
    }
    const bound = this.boundTo();
    return datasets.filter(({ officeId }) => [null, officeId].includes(bound));
  }

  private async seesData(): Promise<boolean> {
    return (await Promise.all(SEES_DATA.map((one) => this.asker.can(one)))).includes(true);
  }

  private wasSent(datasetId: string): Promise<boolean> {
    return this.database.read.existsBy(DatasetStateEntity, { datasetId, after: 'sent_to_bps' });
  }

  /** Writes down who asked for what is another's, and lets it not exist. */
  async refuse(caseId: string, subject: string, officeId?: string): Promise<never> {
    await this.database.tx(() => this.audit.write({ action: 'access.refused', caseId, subject, ...(officeId && { officeId }) }));
    throw Problem.notFound();
  }
}
