import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessVariables } from '../../../src/sdk/contracts/index.js';
import type { EngineClient, LockedExternalTask, ProcessInstance, UserTask } from '../../../src/sdk/engine/index.js';

export const diagram = (name: string) => ({
  name: `bpmn/${name}.bpmn`,
  content: readFileSync(join(__dirname, '../../fixtures/engine', `${name}.bpmn`)),
});

/** Deploys diagrams as one and answers the definition id of the first. */
export async function deployed(engine: EngineClient, ...names: string[]): Promise<string> {
  const { definitions } = await engine.repository.deploy({ name: randomUUID(), files: names.map(diagram) });
  const first = definitions.find((definition) => definition.key === names[0]);
  if (!first) throw new Error(`${names[0]} was not deployed`);
  return first.id;
}

export async function started(engine: EngineClient, name: string, variables: ProcessVariables = {}): Promise<ProcessInstance> {
  return engine.runtime.startProcess({ definitionId: await deployed(engine, name), businessKey: randomUUID(), variables });
}

export async function onlyTask(engine: EngineClient, processInstanceId: string): Promise<UserTask> {
  const tasks = await engine.tasks.tasks({ processInstanceId });
  if (tasks.length !== 1) throw new Error(`${tasks.length} tasks instead of one`);
  return tasks[0] as UserTask;
}

/** Fetches with a worker's name of its own until the instance's task comes. */
export async function fetched(engine: EngineClient, workerId: string, lockDuration = 60_000): Promise<LockedExternalTask[]> {
  const topics = [{ topicName: 'conformance.work', lockDuration }];
  return engine.externalTasks.fetchAndLock({ workerId, maxTasks: 10, asyncResponseTimeout: 3_000, topics });
}

/** The ids of the end events that an instance reached. */
export async function ends(engine: EngineClient, processInstanceId: string): Promise<string[]> {
  const activities = await engine.history.activityInstances({ processInstanceId, finished: true });
  return activities.filter(({ activityType }) => activityType.endsWith('EndEvent')).map(({ activityId }) => activityId);
}

/** Waits for what the engine does by itself. */
export async function eventually<T>(read: () => Promise<T>, accept: (value: T) => boolean, limit = 10_000): Promise<T> {
  for (const deadline = Date.now() + limit; ; await sleep(100)) {
    const value = await read();
    if (accept(value)) return value;
    if (Date.now() > deadline) throw new Error(`Still ${JSON.stringify(value)} after ${limit} ms`);
  }
}
