import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LessThan } from 'typeorm';
import { z } from 'zod';
import { Roles } from '../../sdk/index.js';
import { Database, pageOf, PageQuery } from '../kernel/index.js';
import { ActionWords } from './action-words.js';
import { AuditEntity } from './audit.entity.js';
import { AuditService } from './audit.service.js';

const id = z.string().max(64).optional();
const AuditQuery = PageQuery.extend({ caseId: id, userId: id, officeId: id, action: z.string().max(100).optional(), subject: z.string().max(255).optional() });
const AuditView = z.object({
  id: z.string(),
  at: z.string(),
  action: z.string(),
  /** What the action is called; null where nobody has words for it. */
  title: z.object({ id: z.string(), en: z.string() }).nullable(),
  userId: z.string().nullable(),
  userName: z.string().nullable(),
  caseId: z.string().nullable(),
  officeId: z.string().nullable(),
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  correlationId: z.string(),
  sequence: z.number().nullable(),
  previous: z.string().nullable(),
  hash: z.string().nullable(),
});
const ChainView = z.object({ length: z.number(), head: z.string(), brokenAt: z.number().nullable(), unsealed: z.number() });

@ApiTags('audit')
@Roles('admin')
@Controller('api/audit')
export class AuditController {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly words: ActionWords,
  ) {}

  /** Newest first. */
  @Get()
  @ApiOkResponse({ standardSchema: pageOf(AuditView) })
  async list(@Query({ schema: AuditQuery }) { cursor, limit, ...filter }: z.infer<typeof AuditQuery>) {
    const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));
    const where = { ...given, ...(cursor && { id: LessThan(cursor) }) };
    const items = await this.database.read.find(AuditEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
    const page = items.slice(0, limit);
    return { items: page.map((entry) => ({ ...entry, title: this.words.of(entry.action) })), next: items.length > limit ? (page.at(-1)?.id ?? null) : null };
  }

  /** Walks the chain and says whether and where it is broken. */
  @Get('chain')
  @ApiOkResponse({ standardSchema: ChainView })
  chain() {
    return this.audit.verify();
  }
}
