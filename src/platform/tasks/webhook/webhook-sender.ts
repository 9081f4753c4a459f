import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '../../../sdk/index.js';
import { AppConfig, Events, OutboxQueue } from '../../kernel/index.js';
import { WebhookMessageEntity } from './webhook-message.entity.js';
import { post } from './webhook-post.js';
import { WebhookWriter } from './webhook-writer.js';

const MINUTE = 60_000;
/** Waits before each further try; then the message has failed. */
const BACK_OFF = [0.5, 2, 10, 30, 60, 120, 240, 480].map((minutes) => minutes * MINUTE);
const KEEP_DAYS = 90;

/** Takes messages to the gateway, each always under the same key. Off where no gateway is set. */
@Injectable()
export class WebhookSender extends OutboxQueue<WebhookMessageEntity> {
  constructor(
    database: Transactions,
    private readonly writer: WebhookWriter,
    clock: Clock,
    events: Events,
    private readonly config: AppConfig,
  ) {
    super({ database, clock, events }, { entity: WebhookMessageEntity, wakes: ['task.changed', 'message.queued'], lease: MINUTE, keepDays: KEEP_DAYS, stopAtFailure: true });
  }

  protected get on(): boolean {
    return this.config.webhook !== undefined;
  }

  protected override async fill(): Promise<void> {
    while ((await this.writer.write()) > 0);
  }

  protected async deliver({ id, body }: WebhookMessageEntity): Promise<Partial<WebhookMessageEntity>> {
    if (!this.config.webhook) throw new Error('No gateway is set');
    await post(this.config.webhook, id, JSON.stringify({ id, ...body }), this.parts.clock.now());
    return {};
  }

  protected waitAfter(_error: unknown, attempts: number): number | null {
    return BACK_OFF[attempts - 1] ?? null;
  }

  protected override nameOf({ id }: WebhookMessageEntity): string {
    return `The message ${id} to the gateway`;
  }
}
