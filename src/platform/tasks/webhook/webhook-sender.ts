import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Clock, Transactions } from '../../../sdk/index.js';
import { AppConfig, Events } from '../../kernel/index.js';
import { WebhookMessageEntity } from './webhook-message.entity.js';
import { post } from './webhook-post.js';
import { WebhookWriter } from './webhook-writer.js';

const LOOK_EVERY = 15_000;
/** Longer than a message may take: after a crash it is free again, and goes out under its old key. */
const LEASE = 60_000;
const MINUTE = 60_000;
/** Waits before each further try; then the message has failed. */
const BACK_OFF = [0.5, 2, 10, 30, 60, 120, 240, 480].map((minutes) => minutes * MINUTE);

/** Takes messages to the gateway, at least once and under the same key. Several nodes may do so at once. Off where no gateway is set. */
@Injectable()
export class WebhookSender implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(WebhookSender.name);
  private running: Promise<void> = Promise.resolve();
  private pending = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private unsubscribe: (() => void) | undefined;

  constructor(
    private readonly database: Transactions,
    private readonly writer: WebhookWriter,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly config: AppConfig,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.webhook) return;
    this.unsubscribe = this.events.on('task.changed', () => void this.look());
    this.timer = setInterval(() => void this.look(), LOOK_EVERY).unref();
    void this.look();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.unsubscribe?.();
    clearInterval(this.timer);
    await this.running;
  }

  /** Writes what is new and sends what is due; done when a look began after this call and ended. */
  look(): Promise<void> {
    if (this.pending) return this.running;
    this.pending = true;
    this.running = this.running.then(async () => {
      this.pending = false;
      try {
        while (!this.stopped && (await this.writer.write()) > 0);
        while (!this.stopped && (await this.sendNext()));
      } catch (error) {
        this.logger.error(error);
      }
    });
    return this.running;
  }

  /** Answers whether another may follow: where the gateway does not take one, the next waits for the next look, or a dead one would hold up everything. */
  private async sendNext(): Promise<boolean> {
    const now = this.clock.now();
    const message = await this.database.read.findOne(WebhookMessageEntity, { where: { state: 'queued', nextAt: LessThanOrEqual(now) }, order: { nextAt: 'ASC', id: 'ASC' } });
    if (!message) return false;
    const { id, nextAt, attempts } = message;
    const { affected } = await this.database.tx((db) => db.update(WebhookMessageEntity, { id, state: 'queued', nextAt, attempts }, { nextAt: new Date(now.getTime() + LEASE), attempts: attempts + 1 }));
    if (affected !== 1) return true;
    const outcome = await this.tried(message, now);
    await this.database.tx((db) => db.update(WebhookMessageEntity, id, outcome));
    return outcome.state === 'sent';
  }

  private async tried({ id, body, attempts }: WebhookMessageEntity, now: Date): Promise<Partial<WebhookMessageEntity>> {
    const { webhook } = this.config;
    if (!webhook) throw new Error('No gateway is set');
    try {
      await post(webhook, id, JSON.stringify({ id, ...body }), now);
      return { state: 'sent', sentAt: now, lastError: null };
    } catch (error) {
      const lastError = error instanceof Error ? error.message : String(error);
      this.logger.warn(`The message ${id} did not reach the gateway: ${lastError}`);
      const wait = BACK_OFF[attempts];
      return wait === undefined ? { state: 'failed', lastError } : { nextAt: new Date(now.getTime() + wait), lastError };
    }
  }
}
