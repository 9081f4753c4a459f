import { Injectable } from '@nestjs/common';
import { Mailer, Settings, type Language } from '../../../sdk/index.js';
import type { TaskEntity } from '../../cases/index.js';
import { AppConfig } from '../../kernel/index.js';
import { GatewayMessages } from '../webhook/gateway-messages.js';
import { handoverMail } from './handover-mail.js';

/** Who gets a task, and how he is told. */
export interface Receiver {
  readonly name: string;
  readonly username: string;
  readonly email: string | null;
  readonly language: Language;
}

interface Given {
  readonly id: string;
  readonly from: string;
  readonly task: TaskEntity;
  /** Of the case. */
  readonly title: string;
  readonly note: string;
}

/** Tells a colleague that a task is his now, by mail and through the gateway. */
@Injectable()
export class HandoverNews {
  constructor(
    private readonly mailer: Mailer,
    private readonly gateway: GatewayMessages,
    private readonly settings: Settings,
    private readonly config: AppConfig,
  ) {}

  /** In the surrounding transaction. */
  async tell({ name, username, email, language }: Receiver, { id, from, task, title, note }: Given): Promise<void> {
    const office = await this.settings.get('office.name', '');
    const site = this.config.publicUrl ? new URL('/admin/', this.config.publicUrl).href : null;
    if (email) await this.mailer.send({ key: `handover:${id}`, caseId: task.caseId, to: [email], language, ...handoverMail(language, { reader: name, from, task, title, note, site, office }) });
    await this.gateway.task(`handover:${id}`, task, username);
  }
}
