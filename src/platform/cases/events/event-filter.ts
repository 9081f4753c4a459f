import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../sdk/index.js';
import type { EventMap, EventName } from '../../kernel/index.js';
import { CaseAccess } from '../access/case-access.js';
import { confinedTo, isGuest, sightOf } from '../access/sight.js';

/** Whether a person may know that something happened. */
@Injectable()
export class EventFilter {
  constructor(private readonly access: CaseAccess) {}

  async allows(principal: Principal, name: EventName, payload: EventMap[EventName]): Promise<boolean> {
    switch (name) {
      case 'engine.moved':
        return false;
      case 'mail.queued':
      case 'message.queued':
      case 'migration.changed':
        return principal.roles.includes('admin');
      case 'task.changed':
        return this.ofTask(principal, payload as EventMap['task.changed']);
      case 'case.changed':
      case 'case.migrated':
      case 'progress.changed':
        return this.access.hasPart((payload as EventMap['case.changed' | 'case.migrated' | 'progress.changed']).caseId, sightOf(principal));
      case 'incident.changed':
        return sightOf(principal).whole;
      default:
        return true;
    }
  }

  private ofTask(principal: Principal, { officeId, role }: EventMap['task.changed']): boolean {
    if (isGuest(principal)) return officeId === null && role !== null && principal.roles.includes(role);
    return [null, officeId].includes(confinedTo(principal));
  }
}
