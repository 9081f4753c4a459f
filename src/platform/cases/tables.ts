import { ChosenPeople1732400034000 } from './chosen-people.migration.js';
import { ActivityDefinitions1732400016000 } from './activity-definitions.migration.js';
import { Cases1732300006000 } from './cases.migration.js';
import { ActivityEntity, CaseEntity, CommandEntity, FeedMarkEntity, IncidentEntity, InstanceEntity, ProgressEntity, StepEntity, SubmissionEntity, TaskEntity } from './entities/index.js';
import { InboxIndexes1732400051000 } from './inbox-indexes.migration.js';
import { LargeCaseIndexes1732400101120 } from './large-case-indexes.migration.js';
import { WaitingIndex1732400101281 } from './waiting-index.migration.js';
import { OverviewIndexes1732400022000 } from './overview-indexes.migration.js';
import { StepsAndProgress1732400006000 } from './steps-and-progress.migration.js';

export const entities = [CaseEntity, InstanceEntity, ActivityEntity, TaskEntity, IncidentEntity, CommandEntity, StepEntity, SubmissionEntity, FeedMarkEntity, ProgressEntity];
export const migrations = [Cases1732300006000, StepsAndProgress1732400006000, ActivityDefinitions1732400016000, OverviewIndexes1732400022000, ChosenPeople1732400034000, InboxIndexes1732400051000, LargeCaseIndexes1732400101120, WaitingIndex1732400101281];
