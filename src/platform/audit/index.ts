import { AuditEntity } from './audit.entity.js';
import { Audit1732300003000 } from './audit.migration.js';

export { ActionWords } from './action-words.js';
export { AuditModule } from './audit.module.js';
export { AuditService } from './audit.service.js';

export const entities = [AuditEntity];
export const migrations = [Audit1732300003000];
