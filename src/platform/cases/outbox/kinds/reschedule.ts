import { In } from 'typeorm';
import { pages, type EngineClient, type ProcessInstance } from '../../../../sdk/index.js';
import { sortKeyOf, TaskEntity } from '../../entities/index.js';
import type { CommandTools, Kind } from '../command-runner.js';

/** Moves the timers that hang on a variable (those that count working days follow it by themselves), then the variable and the due dates of open tasks. Harmless when repeated. */
export const reschedule: Kind<'reschedule'> = async ({ caseId, payload }, tools) => {
  const due = new Date(payload.due);
  const affected: { instanceId: string; elements: string[] }[] = [];
  for (const instance of await instancesOf(tools.engine, caseId)) {
    const variables = await tools.engine.runtime.variables(instance.id);
    if (!(payload.variable in variables)) continue;
    if (payload.where && variables[payload.where.name] !== payload.where.value) continue;
    const elements = await elementsWith(tools, instance, payload.variable);
    for (const activityId of elements) {
      const jobs = await tools.engine.jobs.jobs({ processInstanceId: instance.id, activityId, timers: true });
      for (const job of jobs) await tools.engine.jobs.setDueDate(job.id, due);
    }
    await tools.engine.runtime.setVariables(instance.id, { [payload.variable]: due.toISOString() });
    affected.push({ instanceId: instance.id, elements });
  }
  return {
    state: 'done',
    apply: async (db) => {
      for (const { instanceId, elements } of affected) {
        if (elements.length > 0) await db.update(TaskEntity, { instanceId, state: 'open', elementId: In(elements) }, { dueAt: due, sortKey: sortKeyOf(due) });
      }
    },
  };
};

async function instancesOf(engine: EngineClient, caseId: string): Promise<ProcessInstance[]> {
  const found: ProcessInstance[] = [];
  const query = { businessKey: caseId, sorting: [{ sortBy: 'instanceId', sortOrder: 'asc' }] } as const;
  for await (const page of pages((slice) => engine.runtime.processInstances(query, slice))) found.push(...page);
  return found;
}

async function elementsWith({ facts }: CommandTools, instance: ProcessInstance, variable: string): Promise<string[]> {
  const known = await facts.ofDefinition(instance.definitionId);
  return [...(known?.summary.elements.values() ?? [])].filter((element) => element.dateVariable === variable && element.workingDays === null).map((element) => element.id);
}
