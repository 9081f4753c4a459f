import { Injectable } from '@nestjs/common';
import { In, LessThan, Not } from 'typeorm';
import type { z } from 'zod';
import { AuditLog, Clock, Problem, Transactions } from '../../../sdk/index.js';
import { AppConfig } from '../../kernel/index.js';
import type { MessageList, MessageQuery, MessageRow } from './messages.schemas.js';
import { WebhookMessageEntity } from './webhook-message.entity.js';
import { WebhookSender } from './webhook-sender.js';

type Row = z.infer<typeof MessageRow>;

/** Reads the outbox of the gateway and tries again, for administrators. */
@Injectable()
export class Messages {
  constructor(
    private readonly database: Transactions,
    private readonly sender: WebhookSender,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  async list({ state, cursor, limit }: z.infer<typeof MessageQuery>): Promise<z.infer<typeof MessageList>> {
    const { read } = this.database;
    const rows = await read.find(WebhookMessageEntity, { where: { state: state ?? Not('noted'), ...(cursor && { id: LessThan(cursor) }) }, order: { id: 'DESC' }, take: limit + 1 });
    const [failed, waiting] = await Promise.all((['failed', 'queued'] as const).map((one) => read.countBy(WebhookMessageEntity, { state: one })));
    const items = rows.slice(0, limit).map(view);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null, on: this.config.webhook !== undefined, failed: failed ?? 0, waiting: waiting ?? 0 };
  }

  /** Answers after the try, so that the administrator sees at once how it went. */
  async retry(id: string): Promise<Row> {
    if (!this.config.webhook) throw notSetUp();
    await this.database.tx(async (db) => {
      const { affected } = await db.update(WebhookMessageEntity, { id, state: In(['failed', 'queued']) }, { state: 'queued', attempts: 0, nextAt: this.clock.now() });
      if (affected === 1) await this.audit.write({ action: 'message.retry', subject: id });
    });
    await this.sender.look();
    const row = await this.database.read.findOneBy(WebhookMessageEntity, { id, state: Not('noted') });
    if (!row) throw Problem.notFound();
    return view(row);
  }
}

const notSetUp = (): Problem => new Problem('gateway-not-configured', 409, { id: 'Gerbang pesan belum diatur (WEBHOOK_URL).', en: 'No messaging gateway is set up (WEBHOOK_URL).' });

const view = ({ id, body, state, attempts, nextAt, lastError, createdAt, sentAt }: WebhookMessageEntity): Row => ({
  id, receiver: body.receiver, title: body.title, state: state as Row['state'], attempts, nextAt: nextAt.toISOString(), lastError, createdAt: createdAt.toISOString(), sentAt: sentAt?.toISOString() ?? null,
});
