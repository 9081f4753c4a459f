import type { EngineConnection } from './engine-connection.js';
import { pageQuery, type Page, type Sorted } from './paging.js';

/** A timer or a continuation. @beta @engineRecord */
export interface Job {
  readonly id: string;
  readonly jobDefinitionId: string | null;
  readonly processInstanceId: string | null;
  readonly executionId: string | null;
  readonly processDefinitionId: string | null;
  readonly dueDate: string | null;
  readonly retries: number;
  readonly suspended: boolean;
  readonly exceptionMessage: string | null;
  readonly createTime: string;
}

/** Which jobs; what is absent does not count. @beta @engineRecord */
export interface JobQuery extends Sorted<'jobId' | 'executionId' | 'jobDueDate' | 'jobRetries'> {
  readonly processInstanceId?: string;
  readonly processInstanceIds?: readonly string[];
  readonly executionId?: string;
  readonly activityId?: string;
  readonly timers?: boolean;
  readonly noRetriesLeft?: boolean;
  readonly withRetriesLeft?: boolean;
  /** Due, with tries left. */
  readonly executable?: boolean;
  /** Not suspended. */
  readonly active?: boolean;
  readonly dueDates?: readonly { readonly operator: 'gt' | 'lt'; readonly value: Date }[];
}

/** Timers and continuations that wait for the engine itself. @beta */
export class JobApi {
  /** @internal */
  constructor(private readonly connection: EngineConnection) {}

  /** Jobs that are not done. */
  jobs(query: JobQuery = {}, page?: Page): Promise<Job[]> {
    return this.connection.json('POST', '/job', { body: query, query: pageQuery(page) });
  }

  /** Which element of a diagram makes a job: {@link Job.jobDefinitionId}. */
  definition(id: string): Promise<{ readonly id: string; readonly activityId: string }> {
    return this.connection.json('GET', `/job-definition/${id}`);
  }

  /** Moves one timer; its siblings stay. */
  setDueDate(id: string, due: Date): Promise<void> {
    return this.connection.json('PUT', `/job/${id}/duedate`, { body: { duedate: due } });
  }

  /** Evaluates the timer's expression again, after its variable was set. */
  recalculate(id: string, creationDateBased = false): Promise<void> {
    return this.connection.json('POST', `/job/${id}/duedate/recalculate`, { query: { creationDateBased }, body: {} });
  }

  /** More than zero closes the job's incident and tries again. */
  setRetries(id: string, retries: number): Promise<void> {
    return this.connection.json('PUT', `/job/${id}/retries`, { body: { retries } });
  }

  /** Runs a job now, whatever its due date. */
  execute(id: string): Promise<void> {
    return this.connection.json('POST', `/job/${id}/execute`, { body: {} });
  }
}
