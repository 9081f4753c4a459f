import { Cases1732300006000 } from './cases.migration.js';
import { ActivityEntity, CaseEntity, CommandEntity, FeedMarkEntity, IncidentEntity, InstanceEntity, StepEntity, SubmissionEntity, TaskEntity } from './entities/index.js';

export { CaseAccess, confinedTo } from './access/case-access.js';
export { CasesModule } from './cases.module.js';
export { CasesService, type NewCase } from './cases.service.js';
export { EngineHealth, type EngineState } from './engine-health.js';
export { ActivityEntity, CaseEntity, CommandEntity, InstanceEntity, SubmissionEntity, TaskEntity, type TaskState } from './entities/index.js';
export { Feed } from './feed/feed.js';
export { ReleaseFacts } from './feed/release-facts.js';
export { Deliverer } from './outbox/deliverer.js';
export { Outbox } from './outbox/outbox.js';
export { SummaryLines } from './view/case.schemas.js';
export { CaseView } from './view/case-view.js';

export const entities = [CaseEntity, InstanceEntity, ActivityEntity, TaskEntity, IncidentEntity, CommandEntity, StepEntity, SubmissionEntity, FeedMarkEntity];
export const migrations = [Cases1732300006000];
