import { Injectable } from '@nestjs/common';
import { Transactions } from 'tertib';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { reasonText } from '../datasets/state-reasons.js';
import { FindingEntity } from '../verification/finding.entity.js';
import { assessmentView } from './assessment-view.js';
import { DIMENSION_KEYS, DIMENSIONS } from './quality-dimensions.js';
import { QualityFactsService } from './quality-facts.service.js';
import { ReviewAccess } from './review-access.js';
import { AssessmentEntity } from './review.entities.js';
import type { DatasetReview } from './review.schemas.js';
import { seenReason } from './seen-reason.js';
import { TableComments } from './table-comments.service.js';

/** One data set, as whoever judges it needs to know it. */
@Injectable()
export class DatasetReviews {
  constructor(
    private readonly database: Transactions,
    private readonly datasets: DatasetAccess,
    private readonly access: ReviewAccess,
    private readonly facts: QualityFactsService,
    private readonly comments: TableComments,
  ) {}

  async of(id: string): Promise<DatasetReview> {
    const dataset = await this.dataset(id);
    const { read } = this.database;
    const [facts, assessments, comments, tasks, waived, hasFindings] = await Promise.all([
      this.facts.of(dataset), read.find(AssessmentEntity, { where: { datasetId: id }, order: { at: 'DESC', id: 'DESC' } }), this.comments.of(dataset), this.access.ofDatasets([dataset]),
      read.findOne(DatasetStateEntity, { where: { datasetId: id, before: 'analysed', after: 'eligible' }, order: { at: 'DESC', id: 'DESC' } }),
      read.existsBy(FindingEntity, { deliveryId: dataset.deliveryId ?? '' }),
    ]);
    return {
      id, state: dataset.state, reason: seenReason(dataset, this.access.reviewer), waived: waived !== null, waivedReason: reasonText(waived?.reason ?? null), facts: DIMENSION_KEYS.map((key) => ({ dimension: DIMENSIONS[key].name, facts: [...facts[key]] })), assessments: assessments.map(assessmentView), comments, task: tasks.get(id) ?? null,
      hasFindings,
    };
  }

  /** @throws "not found" for whoever may not see the data set; forbidden for its producer, who has no part in judging it. */
  async dataset(id: string): Promise<DatasetEntity> {
    const dataset = await this.datasets.dataset(id);
    this.access.assertOfficial();
    return dataset;
  }
}
