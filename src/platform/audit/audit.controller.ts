import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LessThan } from 'typeorm';
import { z } from 'zod';
import { Roles } from '../../sdk/index.js';
import { Database, pageOf, PageQuery } from '../kernel/index.js';
import { AuditEntity } from './audit.entity.js';

const AuditQuery = PageQuery.extend({ caseId: z.string().max(64).optional(), action: z.string().max(100).optional() });
const AuditView = z.object({
  id: z.string(),
  at: z.string(),
  action: z.string(),
  userName: z.string().nullable(),
  caseId: z.string().nullable(),
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  sequence: z.number().nullable(),
  hash: z.string().nullable(),
});

@ApiTags('audit')
@Roles('admin')
@Controller('api/audit')
export class AuditController {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  @Get()
  @ApiOkResponse({ standardSchema: pageOf(AuditView) })
  async list(@Query({ schema: AuditQuery }) { cursor, limit, caseId, action }: z.infer<typeof AuditQuery>) {
    const where = { ...(cursor && { id: LessThan(cursor) }), ...(caseId && { caseId }), ...(action && { action }) };
    const items = await this.database.read.find(AuditEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
    const page = items.slice(0, limit);
    return { items: page, next: items.length > limit ? (page.at(-1)?.id ?? null) : null };
  }
}
