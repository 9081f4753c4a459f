import { Injectable } from '@nestjs/common';
import { MoreThan, type EntityTarget } from 'typeorm';
import { Clock, NoticeSource, Transactions, type Notice, type Principal, type Text } from '../../../sdk/index.js';
import { MailEntity } from '../../notifications/index.js';
import { WebhookMessageEntity } from '../webhook/webhook-message.entity.js';

const DAYS = 7;
const ACTION = { path: '/settings/mail', title: { id: 'Lihat alasannya', en: 'See why' } };
const TEXT: Text = { id: 'Penerimanya belum diberi tahu. Perbaiki penyebabnya, lalu kirim lagi.', en: 'Their receivers have not been told. Mend the cause, then send again.' };

/** Tells administrators what could not be delivered in the last week; what is older is on the page alone. */
@Injectable()
export class FailedDeliveries extends NoticeSource {
  constructor(
    private readonly database: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  async of({ roles }: Principal): Promise<Notice[]> {
    if (!roles.includes('admin')) return [];
    const found = await Promise.all([
      this.failed('mails', MailEntity, (count) => ({ id: `${count} surel gagal dikirim dalam ${DAYS} hari terakhir`, en: `Mails that could not be delivered in the last ${DAYS} days: ${count}` })),
      this.failed('messages', WebhookMessageEntity, (count) => ({ id: `${count} pesan gagal diteruskan ke gerbang pesan dalam ${DAYS} hari terakhir`, en: `Messages that did not reach the gateway in the last ${DAYS} days: ${count}` })),
    ]);
    return found.flat();
  }

  private async failed(key: string, entity: EntityTarget<{ id: string; state: string; createdAt: Date }>, title: (count: number) => Text): Promise<Notice[]> {
    const where = { state: 'failed', createdAt: MoreThan(new Date(this.clock.now().getTime() - DAYS * 24 * 3_600_000)) };
    const [[first], count] = await this.database.read.findAndCount(entity, { select: { id: true, createdAt: true }, where, order: { createdAt: 'ASC' }, take: 1 });
    return first ? [{ key: `failed:${key}`, title: title(count), text: TEXT, since: first.createdAt, action: ACTION }] : [];
  }
}
