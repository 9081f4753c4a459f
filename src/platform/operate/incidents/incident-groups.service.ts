import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { z } from 'zod';
import { HandlerCatalogue, Transactions } from '../../../sdk/index.js';
import { CaseEntity, IncidentEntity, InstanceEntity, ReleaseFacts } from '../../cases/index.js';
import { causeOf, patternOf } from './causes.js';
import type { IncidentGroupsSchema } from './incident.schemas.js';

type Groups = z.infer<typeof IncidentGroupsSchema>;
type Group = Groups['groups'][number];

/** More than these at once have one or two causes, which show among the first. */
const MOST = 1_000;

/** All that does not go on by itself, over all cases, those of one cause together; the most first. */
@Injectable()
export class IncidentGroups {
  constructor(
    private readonly transactions: Transactions,
    private readonly facts: ReleaseFacts,
    private readonly catalogue: HandlerCatalogue,
  ) {}

  async all(): Promise<Groups> {
    const { read } = this.transactions;
    const [rows, total] = await read.findAndCount(IncidentEntity, { where: { endedAt: IsNull() }, order: { createdAt: 'ASC', id: 'ASC' }, take: MOST });
    const cases = new Map((await read.findBy(CaseEntity, { id: In(rows.map(({ caseId }) => caseId)) })).map((row) => [row.id, row]));
    const instances = new Map((await read.findBy(InstanceEntity, { id: In(rows.flatMap(({ instanceId }) => instanceId ?? [])) })).map((row) => [row.id, row]));
    const groups = new Map<string, Group>();
    for (const row of rows) {
      const instance = instances.get(row.instanceId ?? '');
      const key = JSON.stringify([row.type, instance?.processKey, row.elementId, patternOf(row.message)]);
      const group = groups.get(key) ?? (await this.begin(key, row, instance, cases.get(row.caseId)));
      const at = row.createdAt.toISOString();
      group.incidents.push({ id: row.id, caseId: row.caseId, title: cases.get(row.caseId)?.title ?? '', label: instance?.label ?? null, at, message: row.message });
      groups.set(key, { ...group, count: group.count + 1, last: at });
    }
    return { total, groups: [...groups.values()].toSorted((a, b) => b.count - a.count || (a.first < b.first ? -1 : 1)) };
  }

  private async begin(key: string, { elementId, type, message, createdAt }: IncidentEntity, instance: InstanceEntity | undefined, found: CaseEntity | undefined): Promise<Group> {
    const facts = instance ? await this.facts.ofDefinition(instance.definitionId) : null;
    const element = elementId === null ? undefined : facts?.summary.elements.get(elementId);
    const at = createdAt.toISOString();
    return {
      key, elementId, name: element?.name || (elementId ?? ''), processName: facts?.summary.name ?? instance?.processKey ?? found?.procedureKey ?? '',
      ...causeOf(message, (name) => this.catalogue.handler(element?.topic ?? '')?.fields[name] ?? { id: name, en: name }), message, automatic: type === 'failedExternalTask', count: 0, first: at, last: at, incidents: [],
    };
  }
}
