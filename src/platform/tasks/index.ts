import { WaitingNodeEntity } from './arrivals/waiting-node.entity.js';
import { WaitingNodes1732400101110 } from './arrivals/waiting-nodes.migration.js';
import { TaskDigestEntity } from './digest/task-digest.entity.js';
import { TaskDigests1732400096000 } from './digest/task-digests.migration.js';
import { DraftEntity } from './draft.entity.js';
import { HandoverEntity } from './handover/handover.entity.js';
import { Handovers1732400087000 } from './handover/handovers.migration.js';
import { LeftoverEntity } from './leftover.entity.js';
import { Leftovers1732400017000 } from './leftovers.migration.js';
import { TaskLinkEntity } from './links/task-link.entity.js';
import { TaskLinks1732400056000 } from './links/task-links.migration.js';
import { WebhookMarkEntity, WebhookMessageEntity } from './webhook/webhook-message.entity.js';
import { WebhookMessages1732400097000 } from './webhook/webhook-messages.migration.js';
import { Tasks1732300007000 } from './tasks.migration.js';

export { Completion } from './completion.service.js';
export { DraftEntity } from './draft.entity.js';
export { Leftovers, type Leftover } from './leftovers.service.js';
export { Starting } from './start.service.js';
export { mayDo } from '../cases/index.js';
export { WebhookMessageEntity } from './webhook/webhook-message.entity.js';
export { TaskAccess } from './task-access.js';
export type { TaskDetail } from './task.schemas.js';
export { TaskForms } from './task-forms.js';
export { TaskView } from './task-view.js';
export { TasksModule } from './tasks.module.js';

export const entities = [DraftEntity, LeftoverEntity, TaskLinkEntity, HandoverEntity, TaskDigestEntity, WebhookMessageEntity, WebhookMarkEntity, WaitingNodeEntity];
export const migrations = [Tasks1732300007000, Leftovers1732400017000, TaskLinks1732400056000, Handovers1732400087000, TaskDigests1732400096000, WebhookMessages1732400097000, WaitingNodes1732400101110];
