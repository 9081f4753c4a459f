import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Clock, HandlerCatalogue } from '../../sdk/index.js';
import { CaseEntity, IncidentEntity, InstanceEntity, TaskEntity } from '../cases/index.js';
import { Database } from '../kernel/index.js';
import { MailEntity } from '../notifications/index.js';
import { mayDo } from '../tasks/index.js';
import type { ByHand } from './by-hand.js';
import type { Opened } from './opened.js';
import { outputsOf } from './outputs.js';
import { placeOf } from './place.js';
import type { OpenRehearsal, Player } from './rehearsal.js';
import type { RehearsalTime } from './rehearsal-time.js';
import type { Board } from './rehearsals.schemas.js';

/** The latest are those that somebody who rehearses asks for. */
const LATEST = 50;

/** What goes on in a rehearsal, and what it waits for. */
@Injectable()
export class Boards {
  async of({ play, time, byHand }: Opened): Promise<Board> {
    const people = await play.people();
    const [cases, tasks, timers, automatic, incidents, mails] = await Promise.all([this.cases(play), this.tasks(play, people), this.timers(time), this.automatic(play, byHand), this.incidents(play), this.mails(play)]);
    const shown = people.map(({ office, principal: { username, name, roles } }) => ({ username, name, roles: [...roles], office }));
    return { now: play.part(Clock).now().toISOString(), people: shown, cases, tasks, timers, automatic, byHand: byHand.holds, incidents, mails };
  }

  private async cases(play: OpenRehearsal): Promise<Board['cases']> {
    const rows = await play.part(Database).read.find(CaseEntity, { order: { startedAt: 'DESC' }, take: LATEST });
    return rows.map(({ id, title, state }) => ({ id, title, state }));
  }

  private async tasks(play: OpenRehearsal, people: readonly Player[]): Promise<Board['tasks']> {
    const db = play.part(Database).read;
    const rows = await db.find(TaskEntity, { where: { state: 'open' }, order: { createdAt: 'ASC', id: 'ASC' }, take: LATEST });
    const instances = new Map((await db.findBy(InstanceEntity, { id: In(rows.map(({ instanceId }) => instanceId)) })).map((instance) => [instance.id, instance.label]));
    return rows.map((row) => ({
      id: row.id, name: row.name, about: instances.get(row.instanceId) ?? null, role: row.role,
      players: people.filter(({ principal }) => mayDo(principal, row)).map(({ principal }) => principal.username),
    }));
  }

  private async timers(time: RehearsalTime): Promise<Board['timers']> {
    const waiting = (await time.timers()).slice(0, LATEST);
    return Promise.all(waiting.map(async (timer) => ({ id: timer.id, name: (await time.place(timer)).name, dueAt: new Date(timer.dueDate).toISOString() })));
  }

  private async automatic(play: OpenRehearsal, byHand: ByHand): Promise<Board['automatic']> {
    const catalogue = play.part(HandlerCatalogue);
    return Promise.all(byHand.waiting.map(async ({ task }) => {
      const { name } = await placeOf(play, { elementId: task.elementId, instanceId: task.processInstanceId });
      const entry = catalogue.handler(task.topic);
      return { id: task.id, name, title: entry?.title ?? { id: task.topic, en: task.topic }, outputs: outputsOf(entry) };
    }));
  }

  private async incidents(play: OpenRehearsal): Promise<Board['incidents']> {
    const db = play.part(Database).read;
    const open = await db.find(IncidentEntity, { where: { endedAt: IsNull() }, take: LATEST });
    return Promise.all(open.map(async ({ id, instanceId, elementId, message }) => ({ id, name: (await placeOf(play, { elementId: elementId ?? '', instanceId })).name, message })));
  }

  private async mails(play: OpenRehearsal): Promise<Board['mails']> {
    const rows = await play.part(Database).read.find(MailEntity, { order: { createdAt: 'DESC' }, take: LATEST });
    return rows.map(({ id, recipients, subject, text }) => ({ id, to: recipients, subject, text }));
  }
}
