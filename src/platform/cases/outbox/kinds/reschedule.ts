import { In } from 'typeorm';
import { EngineRejected, pages, type EngineClient, type ProcessInstance } from '../../../../sdk/index.js';
import { sortKeyOf, TaskEntity, type CommandPayloads } from '../../entities/index.js';
import type { CommandTools, Kind } from '../command-runner.js';

type Reschedule = CommandPayloads['reschedule'];
interface Moved {
  readonly instanceId: string;
  readonly elements: readonly string[];
}

/** Moves the timers that hang on a variable (those that count working days follow it by themselves), then the variable and the due dates of open tasks. Harmless when repeated. */
export const reschedule: Kind<'reschedule'> = async ({ caseId, payload }, tools) => {
  const due = new Date(payload.due);
  const moved: Moved[] = [];
  for (const instance of await instancesOf(tools.engine, caseId, payload)) {
    const one = await unlessOver(tools.engine, instance, () => moveOne(instance, payload, tools));
    if (one) moved.push(one);
  }
  return {
    state: 'done',
    apply: async (db) => {
      for (const { instanceId, elements } of moved) {
        if (elements.length > 0) await db.update(TaskEntity, { instanceId, state: 'open', elementId: In([...elements]) }, { dueAt: due, sortKey: sortKeyOf(due) });
      }
    },
  };
};

async function moveOne(instance: ProcessInstance, { variable, where, due }: Reschedule, tools: CommandTools): Promise<Moved | null> {
  const variables = await tools.engine.runtime.variables(instance.id);
  if (!(variable in variables) || (where && variables[where.name] !== where.value)) return null;
  const elements = await elementsWith(tools, instance, variable);
  for (const activityId of elements) {
    const jobs = await tools.engine.jobs.jobs({ processInstanceId: instance.id, activityId, timers: true });
    for (const job of jobs) await tools.engine.jobs.setDueDate(job.id, new Date(due));
  }
  await tools.engine.runtime.setVariables(instance.id, { [variable]: new Date(due).toISOString() });
  return { instanceId: instance.id, elements };
}

/** What ended while we were at it has no timers to be moved. */
async function unlessOver(engine: EngineClient, { id }: ProcessInstance, work: () => Promise<Moved | null>): Promise<Moved | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EngineRejected && (await engine.runtime.processInstances({ processInstanceIds: [id] })).length === 0) return null;
    throw error;
  }
}

/** Those that are meant, chosen by the engine: to ask each of a thousand for its variables would hold up all that waits behind. */
async function instancesOf(engine: EngineClient, caseId: string, { where }: Reschedule): Promise<ProcessInstance[]> {
  const found: ProcessInstance[] = [];
  const query = { businessKey: caseId, sorting: [{ sortBy: 'instanceId', sortOrder: 'asc' }], ...(where && { variables: [{ ...where, operator: 'eq' as const }] }) } as const;
  for await (const page of pages((slice) => engine.runtime.processInstances(query, slice))) found.push(...page);
  return found;
}

async function elementsWith({ facts }: CommandTools, instance: ProcessInstance, variable: string): Promise<string[]> {
  const known = await facts.ofDefinition(instance.definitionId);
  return [...(known?.summary.elements.values() ?? [])].filter((element) => element.dateVariable === variable && element.workingDays === null).map((element) => element.id);
}
