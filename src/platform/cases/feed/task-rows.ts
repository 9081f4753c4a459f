import { Injectable } from '@nestjs/common';
import { fromEngineTime, type HistoricActivityInstance, type UserTask } from '../../../sdk/index.js';
import type { DiagramElement } from '../../releases/index.js';
import { sortKeyOf, TaskEntity, type InstanceEntity } from '../entities/index.js';
import { ChosenPeople } from './chosen-people.js';
import { InstanceSync } from './instance-sync.js';
import { ReleaseFacts } from './release-facts.js';

/** Makes our record of a user task from what the engine and the release say of it. */
@Injectable()
export class TaskRows {
  constructor(
    private readonly facts: ReleaseFacts,
    private readonly instances: InstanceSync,
    private readonly people: ChosenPeople,
  ) {}

  async create(activity: HistoricActivityInstance & { readonly taskId: string }, instance: InstanceEntity, open: UserTask | undefined): Promise<TaskEntity> {
    const element = await this.facts.element(activity.processDefinitionId, activity.activityId);
    const variable = element?.office ?? null;
    const dueAt = open?.due ? fromEngineTime(open.due) : null;
    const createdAt = fromEngineTime(activity.startTime);
    const whose = {
      role: element?.role ?? null,
      recordedBy: element?.properties['recordedBy'] ?? null,
      officeId: variable === null ? null : ((await this.instances.officeOf(instance.variables[variable])) ?? 'unknown'),
    };
    const over: Pick<TaskEntity, 'assigneeId' | 'assigneeName' | 'chosen'> = { assigneeId: null, assigneeName: null, chosen: null };
    return Object.assign(new TaskEntity(), {
      id: activity.taskId,
      caseId: instance.caseId,
      instanceId: instance.id,
      elementId: activity.activityId,
      name: writtenName(element) ?? open?.name ?? activity.activityName ?? activity.activityId,
      formKey: element?.formKey ?? null,
      ...whose,
      step: element?.step ?? null,
      ...endOfTask(activity),
      ...(activity.endTime === null ? await this.people.of(element, activity, whose) : over),
      dueAt,
      sortKey: sortKeyOf(dueAt),
      createdAt,
    });
  }
}

/** As the diagram has it, unless it is put together at run time: the engine's task keeps the name that it was made with, on whatever version. */
const writtenName = (element: DiagramElement | null): string | null => (element === null || element.name === '' || /[$#]\{/.test(element.name) ? null : element.name);

/** How a task stands, from its passage in the history. */
export function endOfTask(activity: HistoricActivityInstance): Pick<TaskEntity, 'state' | 'completedAt'> {
  if (activity.endTime === null) return { state: 'open', completedAt: null };
  return { state: activity.canceled ? 'cancelled' : 'completed', completedAt: fromEngineTime(activity.endTime) };
}
