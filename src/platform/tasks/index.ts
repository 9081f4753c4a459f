import { DraftEntity } from './draft.entity.js';
import { Tasks1732300007000 } from './tasks.migration.js';

export { TasksModule } from './tasks.module.js';

export const entities = [DraftEntity];
export const migrations = [Tasks1732300007000];
