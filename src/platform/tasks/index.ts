import { DraftEntity } from './draft.entity.js';
import { Tasks1732300007000 } from './tasks.migration.js';

export { Completion } from './completion.service.js';
export { Starting } from './start.service.js';
export { mayDo, TaskAccess } from './task-access.js';
export type { TaskDetail } from './task.schemas.js';
export { TaskView } from './task-view.js';
export { TasksModule } from './tasks.module.js';

export const entities = [DraftEntity];
export const migrations = [Tasks1732300007000];
