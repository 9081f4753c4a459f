import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type FindOptionsWhere } from 'typeorm';
import type { z } from 'zod';
import { Transactions } from '../../../sdk/index.js';
import type { VisibleCase } from '../access/case-access.js';
import { ActivityEntity, IncidentEntity, InstanceEntity, SubmissionEntity, TaskEntity } from '../entities/index.js';
import { ReleaseFacts } from '../feed/release-facts.js';
import type { TimelineEntry } from './case.schemas.js';

type Entry = z.infer<typeof TimelineEntry>;

/** Passages worth telling, by the engine's type. User tasks are told by their submissions. */
const KINDS: Readonly<Record<string, Entry['kind']>> = {
  serviceTask: 'automatic',
  sendTask: 'automatic',
  noneEndEvent: 'event',
  errorEndEvent: 'event',
  boundaryTimer: 'event',
  boundaryError: 'event',
  intermediateTimer: 'event',
  startTimerEvent: 'event',
  messageStartEvent: 'event',
};

/** What happened in a case, oldest first. */
@Injectable()
export class TimelineView {
  constructor(
    private readonly transactions: Transactions,
    private readonly facts: ReleaseFacts,
  ) {}

  async of({ row, sight }: VisibleCase): Promise<Entry[]> {
    const { read } = this.transactions;
    const instances = new Map((await read.findBy(InstanceEntity, { caseId: row.id, ...sight.instance })).map((instance) => [instance.id, instance]));
    // Without what was filled in: of a large period that is more than all the rest.
    const submissions = await read.find(SubmissionEntity, { select: { id: true, at: true, taskId: true, taskName: true, step: true, userName: true, instanceId: true }, where: { caseId: row.id, ...sight.submission } });
    const incidents = sight.whole ? await read.findBy(IncidentEntity, { caseId: row.id }) : [];
    const entries: Entry[] = [
      ...submissions.map((one) => entry(one.id, one.at, one.taskId === null ? 'started' : 'submission', one.taskName, { step: one.step, who: one.userName, instance: instances.get(one.instanceId ?? '') })),
      ...(await this.passages(sight.passages ? instances : new Map())),
      ...incidents.map((one) => entry(one.id, one.createdAt, 'incident', one.elementId ?? '', { text: one.message, instance: instances.get(one.instanceId ?? '') })),
    ];
    entries.push(...(await this.missed({ caseId: row.id, ...sight.task }, instances)));
    if (row.endedAt && sight.whole) entries.push(entry(`${row.id}-end`, row.endedAt, 'ended', row.title, { text: row.cancelReason }));
    return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  /** Tasks whose chosen person did not have them, so that they fell to the role: `text` says why, by its key. */
  private async missed(part: FindOptionsWhere<TaskEntity>, instances: ReadonlyMap<string, InstanceEntity>): Promise<Entry[]> {
    const tasks = await this.transactions.read.findBy(TaskEntity, { ...part, chosen: Not(IsNull()) });
    return tasks.flatMap(({ id, name, step, instanceId, chosen }) =>
      chosen?.missed && chosen.missedAt ? [entry(`${id}-missed`, new Date(chosen.missedAt), 'missed', name, { step, text: chosen.missed, who: chosen.name || null, instance: instances.get(instanceId) })] : []);
  }

  private async passages(instances: ReadonlyMap<string, InstanceEntity>): Promise<Entry[]> {
    const ids = [...instances.keys()];
    const entries: Entry[] = [];
    for (let start = 0; start < ids.length; start += 500) {
      const rows = await this.transactions.read.findBy(ActivityEntity, { instanceId: In(ids.slice(start, start + 500)), type: In(Object.keys(KINDS)), canceled: false });
      for (const row of rows) {
        const instance = instances.get(row.instanceId);
        const element = instance && (await this.facts.element(row.definitionId ?? instance.definitionId, row.elementId));
        const kind = KINDS[row.type];
        if (row.endedAt === null || kind === undefined || !element || element.name === '') continue;
        entries.push(entry(row.id, row.endedAt, kind, element.name, { step: element.step, instance }));
      }
    }
    return entries;
  }
}

function entry(id: string, at: Date, kind: Entry['kind'], name: string, more: { step?: string | null; who?: string | null; text?: string | null; instance?: InstanceEntity | undefined }): Entry {
  const { instance } = more;
  return { id, at: at.toISOString(), kind, name, text: more.text ?? null, step: more.step ?? null, who: more.who ?? null, instanceId: instance?.id ?? null, instanceLabel: instance?.label ?? null };
}
