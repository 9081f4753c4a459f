import { Injectable } from '@nestjs/common';
import { Mailer, Settings } from '../../../sdk/index.js';
import { Database } from '../../kernel/index.js';
import { UserEntity } from '../identity.entities.js';
import { RoleSettings } from '../role-settings.service.js';
import { delegationMail, type DelegationEvent } from './delegation-mail.js';
import type { SubstituteEntity } from './substitute.entity.js';

/** Tells both sides of a delegation, each in the own language, in the transaction that makes or ends it. */
@Injectable()
export class DelegationNews {
  constructor(
    private readonly database: Database,
    private readonly roles: RoleSettings,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
  ) {}

  async tell({ id, userId, forUserId, role, fromDay, untilDay, basis }: SubstituteEntity, event: DelegationEvent): Promise<void> {
    const giver = await this.database.read.findOneBy(UserEntity, { id: forUserId ?? '' });
    const taker = await this.database.read.findOneBy(UserEntity, { id: userId });
    if (!giver || !taker) return;
    const name = (await this.roles.names()).find(({ key }) => key === role)?.name ?? { id: role, en: role };
    const office = await this.settings.get('office.name', '');
    for (const reader of [giver, taker]) {
      // Who has no address sees it on his profile page.
      if (!reader.email) continue;
      const facts = { reader: reader.name, giver: giver.name, taker: taker.name, role: name[reader.language], fromDay, untilDay, basis, office };
      await this.mailer.send({ key: `delegation:${id}:${event}:${reader.id}`, to: [reader.email], ...delegationMail(event, reader.language, facts) });
    }
  }
}
