import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock, MessageGateway, Transactions, type GatewayMessage } from '../../../sdk/index.js';
import { UsersRepository } from '../../identity/index.js';
import { AppConfig, Events } from '../../kernel/index.js';
import { WebhookMessageEntity, type WebhookBody } from './webhook-message.entity.js';

type Told = Pick<WebhookMessageEntity, 'key'> & Omit<WebhookBody, 'link'> & { readonly path: string };

/** Writes messages into the outbox of the gateway, in the surrounding transaction. */
@Injectable()
export class GatewayMessages extends MessageGateway {
  constructor(
    private readonly database: Transactions,
    private readonly users: UsersRepository,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly config: AppConfig,
  ) {
    super();
  }

  async tell({ key, title, path, to: { role, officeId } }: GatewayMessage): Promise<void> {
    if (!this.config.webhook) return;
    const people = (await this.users.principals()).filter((one) => one.roles.includes(role) && (officeId === undefined || one.officeId === officeId));
    await this.write(people.map(({ id, username, language }) => ({ key: `${key}:${id}`, type: 'notice', title: title[language], path, receiver: username })));
  }

  /** A task for somebody whom the look at new tasks has not told of it. */
  async task(key: string, task: { readonly id: string; readonly name: string }, receiver: string): Promise<void> {
    if (this.config.webhook) await this.write([{ key, type: 'task.waiting', title: task.name, path: `/tasks/${task.id}`, receiver }]);
  }

  async write(messages: readonly Told[]): Promise<void> {
    await this.database.tx(async (db) => {
      for (const { key, path, ...body } of messages) await this.insert(db, key, { ...body, link: new URL(`/admin${path}`, this.config.publicUrl).href });
      this.database.afterCommit(() => this.events.emit('message.queued', {}));
    });
  }

  /** A row that is no message: it says that something was gone through. */
  async note(key: string): Promise<void> {
    await this.database.tx((db) => this.insert(db, key, { type: 'task.waiting', title: '', link: '', receiver: '' }, 'noted'));
  }

  private async insert(db: EntityManager, key: string, body: WebhookBody, state: WebhookMessageEntity['state'] = 'queued'): Promise<void> {
    const now = this.clock.now();
    const row = { id: uuidv7(), key, body, state, attempts: 0, nextAt: now, lastError: null, createdAt: now, sentAt: null };
    await db.createQueryBuilder().insert().into(WebhookMessageEntity).values(row).orIgnore().execute();
  }
}
