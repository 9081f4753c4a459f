import { DraftEntity } from './draft.entity.js';
import { LeftoverEntity } from './leftover.entity.js';
import { Leftovers1732400017000 } from './leftovers.migration.js';
import { Tasks1732300007000 } from './tasks.migration.js';

export { Completion } from './completion.service.js';
export { DraftEntity } from './draft.entity.js';
export { Leftovers, type Leftover } from './leftovers.service.js';
export { Starting } from './start.service.js';
export { mayDo, TaskAccess } from './task-access.js';
export type { TaskDetail } from './task.schemas.js';
export { TaskView } from './task-view.js';
export { TasksModule } from './tasks.module.js';

export const entities = [DraftEntity, LeftoverEntity];
export const migrations = [Tasks1732300007000, Leftovers1732400017000];
