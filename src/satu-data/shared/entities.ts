import { codeListEntities } from '../code-lists/code-list.entities.js';
import { dataListEntities } from '../data-list/data-list.entities.js';
import { DatasetStateEntity } from '../datasets/dataset-state.entity.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { LargeTableEntity } from '../large/large-table.entity.js';
import { MetadataEntity, MetadataUseEntity } from '../metadata/metadata.entity.js';
import { ExtensionEntity } from '../periods/extension.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { YearlyReminderEntity } from '../periods/yearly-reminder.entity.js';
import { QuestionEntity, QuestionReadEntity } from '../questions/question.entities.js';
import { EscalationEntity } from '../requests/escalation.entity.js';
import { RequestEntity } from '../requests/request.entity.js';
import { ruleEntities } from '../rules/office-rules.entity.js';
import { TrialEntity } from '../trials/trial.entity.js';
import { FindingEntity } from '../verification/finding.entity.js';

/** Tables of the collection half: periods to findings. */
export const collectionEntities = [
  PeriodEntity, ExtensionEntity, DatasetEntity, DatasetStateEntity, RequestEntity, DeliveryEntity, DeliveryTableEntity, LargeTableEntity, FindingEntity, YearlyReminderEntity, MetadataEntity, MetadataUseEntity, QuestionEntity, QuestionReadEntity, EscalationEntity, ...dataListEntities, ...codeListEntities, ...ruleEntities, TrialEntity,
];
