export { AuditEntity } from './audit.entity.js';
export { Audit1732300003000 } from './audit.migration.js';
export { AuditModule } from './audit.module.js';
export { AuditService } from './audit.service.js';
