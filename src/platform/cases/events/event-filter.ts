import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../sdk/index.js';
import type { EventMap, EventName } from '../../kernel/index.js';
import { CaseAccess, confinedTo } from '../access/case-access.js';

/** Whether a person may know that something happened. */
@Injectable()
export class EventFilter {
  constructor(private readonly access: CaseAccess) {}

  async allows(principal: Principal, name: EventName, payload: EventMap[EventName]): Promise<boolean> {
    const officeId = confinedTo(principal);
    switch (name) {
      case 'engine.moved':
        return false;
      case 'mail.queued':
      case 'message.queued':
      case 'migration.changed':
        return principal.roles.includes('admin');
      case 'task.changed':
        return officeId === null || (payload as EventMap['task.changed']).officeId === officeId;
      case 'case.changed':
      case 'case.migrated':
      case 'progress.changed':
        return officeId === null || this.access.hasPart((payload as EventMap['case.changed' | 'case.migrated' | 'progress.changed']).caseId, officeId);
      case 'incident.changed':
        return officeId === null;
      default:
        return true;
    }
  }
}
