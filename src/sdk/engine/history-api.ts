import type { EngineConnection } from './engine-connection.js';
import type {
  HistoricActivityInstance,
  HistoricActivityInstanceQuery,
  HistoricProcessInstance,
  HistoricProcessInstanceQuery,
  HistoricTask,
  HistoricTaskQuery,
  HistoricVariable,
  HistoricVariableQuery,
} from './history-records.js';
import type { Incident } from './incident-api.js';
import { pageQuery, type Page } from './paging.js';

/** An incident, open or over. @beta @engineRecord */
export interface HistoricIncident extends Omit<Incident, 'incidentTimestamp'> {
  readonly createTime: string;
  readonly endTime: string | null;
  readonly resolved: boolean;
  readonly deleted: boolean;
}

/**
 * What has happened. Times are milliseconds taken before the commit, so that a reader needs an overlap of at least a
 * minute and idempotent writes; a filter that the engine does not know is ignored without a word.
 * @beta
 */
export class HistoryApi {
  /** @internal */
  constructor(private readonly connection: EngineConnection) {}

  /** Instances, running and over. */
  processInstances(query: HistoricProcessInstanceQuery = {}, page?: Page): Promise<HistoricProcessInstance[]> {
    return this.connection.json('POST', '/history/process-instance', { body: query, query: pageQuery(page) });
  }

  /** Elements that were entered. */
  activityInstances(query: HistoricActivityInstanceQuery = {}, page?: Page): Promise<HistoricActivityInstance[]> {
    return this.connection.json('POST', '/history/activity-instance', { body: query, query: pageQuery(page) });
  }

  /** User tasks, open and over. */
  tasks(query: HistoricTaskQuery = {}, page?: Page): Promise<HistoricTask[]> {
    return this.connection.json('POST', '/history/task', { body: query, query: pageQuery(page) });
  }

  /** Values are not deserialised: read them with `fromEngineVariable`. */
  variableInstances(query: HistoricVariableQuery = {}, page?: Page): Promise<HistoricVariable[]> {
    const options = { body: query, query: { ...pageQuery(page), deserializeValues: false } };
    return this.connection.json('POST', '/history/variable-instance', options);
  }

  /** Incidents, open and over. */
  incidents(query: { processInstanceId?: string; open?: boolean; createTimeAfter?: Date; endTimeAfter?: Date } = {}, page?: Page): Promise<HistoricIncident[]> {
    return this.connection.json('GET', '/history/incident', { query: { ...query, ...pageQuery(page) } });
  }
}
