import { Injectable } from '@nestjs/common';
import { Asker, Cases, Transactions } from 'tertib';
import { In } from 'typeorm';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { senderOf, validatorOf } from '../deliveries/delivery-people.js';
import { checksOf } from '../verification/checks-passed.js';
import { FindingEntity } from '../verification/finding.entity.js';
import type { AskedDataset } from './analysis-desk.service.js';
import type { FigureLineage } from './analysis.schemas.js';
import type { GivenTable } from './opened.js';

/** Follows a figure back: formula, figures, cells, files, and who stands for them. */
@Injectable()
export class FigureLineages {
  constructor(
    private readonly database: Transactions,
    private readonly cases: Cases,
    private readonly asker: Asker,
  ) {}

  /** @throws `analysis-query` (422) for what the data set does not have. */
  async of(dataset: AskedDataset, text: string): Promise<FigureLineage> {
    const { used, ...figure } = await dataset.ask('lineage', { text, language: this.asker.current()?.language ?? 'id' });
    return { ...figure, sources: await Promise.all(used.map((index) => this.source(dataset.given.tables[index] as GivenTable))) };
  }

  private async source({ dataset, period }: GivenTable): Promise<FigureLineage['sources'][number]> {
    const deliveryId = dataset.deliveryId as string;
    const delivery = await this.database.read.findOneByOrFail(DeliveryEntity, { id: deliveryId });
    const language = this.asker.current()?.language;
    const [accepted] = await this.database.read.find(DatasetStateEntity, { where: { datasetId: dataset.id, after: In(['complete']) }, order: { at: 'DESC' }, take: 1 });
    const [decided] = accepted?.userId ? await this.cases.submissions(period.id, ['verifikasi'], { userId: accepted.userId, newest: 1 }) : [];
    const table = await this.database.read.findOne(DeliveryTableEntity, { select: { deliveryId: true, largeId: true }, where: { deliveryId } });
    return {
      large: Boolean(table?.largeId), period: period.title, fileId: delivery.fileId, fileName: delivery.fileName, hash: delivery.hash, receipt: delivery.receiptNumber,
      deliveredBy: senderOf(delivery, language), deliveredAt: delivery.submittedAt.toISOString(), validatedBy: validatorOf(delivery, language), validatedAt: delivery.validatedAt?.toISOString() ?? null,
      acceptedBy: decided?.userName ?? null, acceptedAt: accepted?.at.toISOString() ?? null, checks: checksOf(dataset, await this.findings(deliveryId)),
    };
  }

  private findings(deliveryId: string): Promise<{ rule: string; findings: number | string; accepted: string | null }[]> {
    const counted = this.database.read.createQueryBuilder(FindingEntity, 'finding').select('finding.rule', 'rule').addSelect('COUNT(*)', 'findings').addSelect('MAX(finding.acceptedReason)', 'accepted');
    return counted.where('finding.deliveryId = :deliveryId', { deliveryId }).groupBy('finding.rule').getRawMany();
  }
}
