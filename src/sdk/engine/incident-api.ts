import type { EngineConnection } from './engine-connection.js';
import { pageQuery, type Page } from './paging.js';

/** Something that no retry is left for. @beta @engineRecord */
export interface Incident {
  readonly id: string;
  readonly incidentType: 'failedJob' | 'failedExternalTask' | string;
  readonly incidentMessage: string | null;
  readonly incidentTimestamp: string;
  readonly activityId: string;
  readonly failedActivityId: string | null;
  readonly processInstanceId: string;
  readonly processDefinitionId: string;
  readonly executionId: string;
  /** The job's or external task's id. */
  readonly configuration: string | null;
  /** Differs from `id` where the incident was passed up from a called instance. */
  readonly rootCauseIncidentId: string;
}

/** Open incidents. @beta */
export class IncidentApi {
  /** @internal */
  constructor(private readonly connection: EngineConnection) {}

  /** Of these instances, or all. */
  incidents(query: { processInstanceId?: string; processInstanceIdIn?: readonly string[] } = {}, page?: Page): Promise<Incident[]> {
    return this.connection.json('GET', '/incident', { query: { ...query, ...pageQuery(page) } });
  }
}
