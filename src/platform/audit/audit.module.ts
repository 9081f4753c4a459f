import { Global, Module } from '@nestjs/common';
import { AuditLog } from '../../sdk/index.js';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';

/** The audit trail, chained by hashes. */
@Global()
@Module({ controllers: [AuditController], providers: [AuditService, { provide: AuditLog, useExisting: AuditService }], exports: [AuditLog, AuditService] })
export class AuditModule {}
