import { Injectable } from '@nestjs/common';
import { EngineClient, pages, type HistoricActivityInstance, type HistoricProcessInstance, type HistoricVariable, type Incident, type UserTask } from '../../../sdk/index.js';

/** What moved in the engine. Rows may have been seen before. */
export interface Moves {
  readonly activities: readonly HistoricActivityInstance[];
  readonly instances: readonly HistoricProcessInstance[];
}

/** Ids per query: they travel in one request body. */
const CHUNK = 200;
const BY_START = [{ sortBy: 'startTime', sortOrder: 'asc' }] as const;
const BY_END = [{ sortBy: 'endTime', sortOrder: 'asc' }] as const;

/** Reads the engine's history and what is open. */
@Injectable()
export class EngineReader {
  constructor(private readonly engine: EngineClient) {}

  /** Everything that began or ended at or after `since`. */
  async since(since: Date): Promise<Moves> {
    const { history } = this.engine;
    const [started, finished, ended] = await Promise.all([
      all((page) => history.activityInstances({ startedAfter: since, sorting: BY_START }, page)),
      all((page) => history.activityInstances({ finishedAfter: since, sorting: BY_END }, page)),
      all((page) => history.processInstances({ finishedAfter: since, sorting: BY_END }, page)),
    ]);
    // The same passage may have begun when the one was read and ended when the other was: the later word counts.
    return { activities: unique([...started, ...finished]), instances: ended };
  }

  /** All that is open now. */
  async open(): Promise<Moves> {
    const { history } = this.engine;
    const activities = await all((page) => history.activityInstances({ unfinished: true, sorting: BY_START }, page));
    const instances = await all((page) => history.processInstances({ unfinished: true, sorting: BY_START }, page));
    return { activities, instances };
  }

  instances(ids: readonly string[]): Promise<HistoricProcessInstance[]> {
    return inChunks(ids, (processInstanceIds) => this.engine.history.processInstances({ processInstanceIds }));
  }

  /** Those that carry the case's id; called ones need not. */
  instancesOfCase(caseId: string): Promise<HistoricProcessInstance[]> {
    return all((page) => this.engine.history.processInstances({ processInstanceBusinessKey: caseId, sorting: BY_START }, page));
  }

  /** By task, for all instances under a root. */
  async dueDates(rootProcessInstanceId: string): Promise<Map<string, string>> {
    const tasks = await all((page) => this.engine.history.tasks({ rootProcessInstanceId, sorting: [{ sortBy: 'taskId', sortOrder: 'asc' }] }, page));
    return new Map(tasks.flatMap(({ id, due }) => (due === null ? [] : [[id, due]])));
  }

  activitiesOf(processInstanceId: string): Promise<HistoricActivityInstance[]> {
    return all((page) => this.engine.history.activityInstances({ processInstanceId, sorting: BY_START }, page));
  }

  openActivitiesOf(instanceIds: readonly string[]): Promise<HistoricActivityInstance[]> {
    return perInstance(instanceIds, (processInstanceId) => this.engine.history.activityInstances({ processInstanceId, unfinished: true }));
  }

  /** Open incidents of these instances, those that called ones passed up included. */
  incidentsOf(instanceIds: readonly string[]): Promise<Incident[]> {
    return perInstance(instanceIds, (processInstanceId) => this.engine.incidents.incidents({ processInstanceId }));
  }

  /** Open user tasks of these instances. */
  tasks(instanceIds: readonly string[]): Promise<UserTask[]> {
    return inChunks(instanceIds, (processInstanceIdIn) => this.engine.tasks.tasks({ processInstanceIdIn }));
  }

  /** Variables of the instances' own scopes. */
  async variables(instanceIds: readonly string[]): Promise<HistoricVariable[]> {
    const found = await inChunks(instanceIds, (processInstanceIdIn) => this.engine.history.variableInstances({ processInstanceIdIn }));
    return found.filter((variable) => variable.executionId === variable.processInstanceId);
  }

  /** Open incidents where they arose; not the copies that calling instances show. */
  async incidents(): Promise<Incident[]> {
    const incidents = await this.engine.incidents.incidents();
    return incidents.filter((incident) => incident.rootCauseIncidentId === incident.id);
  }
}

async function all<T>(read: Parameters<typeof pages<T>>[0]): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages(read, 1_000)) found.push(...page);
  return found;
}

/** For queries that know one instance only. */
async function perInstance<T>(ids: readonly string[], read: (id: string) => Promise<T[]>): Promise<T[]> {
  return (await Promise.all(ids.map(read))).flat();
}

async function inChunks<T>(ids: readonly string[], read: (ids: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let start = 0; start < ids.length; start += CHUNK) found.push(...(await read(ids.slice(start, start + CHUNK))));
  return found;
}

function unique(activities: readonly HistoricActivityInstance[]): HistoricActivityInstance[] {
  const byId = new Map<string, HistoricActivityInstance>();
  for (const activity of activities) {
    if (activity.endTime !== null || !byId.has(activity.id)) byId.set(activity.id, activity);
  }
  return [...byId.values()];
}
