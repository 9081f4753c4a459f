import type { ProcessVariables } from '../contracts/index.js';
import type { EngineConnection } from './engine-connection.js';
import { pageQuery, type Page, type Sorted } from './paging.js';
import { toEngineVariables, type EngineVariables } from './variables.js';

/** A task for a worker. @internal */
export interface ExternalTaskRecord {
  readonly id: string;
  readonly topicName: string;
  readonly workerId: string | null;
  readonly activityId: string;
  readonly processInstanceId: string;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: string;
  readonly executionId: string;
  readonly businessKey: string | null;
  readonly lockExpirationTime: string | null;
  /** Null until the first failure. */
  readonly retries: number | null;
  readonly errorMessage: string | null;
  readonly priority: number;
}

/** A task as a worker fetches it. @internal */
export interface LockedExternalTask extends ExternalTaskRecord {
  readonly variables: EngineVariables;
  readonly extensionProperties?: Readonly<Record<string, string>>;
}

/** @internal */
export interface FetchAndLock {
  /** Fresh for every start of a process: the engine does not fence two workers of one name. */
  readonly workerId: string;
  readonly maxTasks: number;
  /** How long the engine may hold an empty answer back, in milliseconds. */
  readonly asyncResponseTimeout?: number;
  readonly usePriority?: boolean;
  readonly topics: readonly FetchTopic[];
}

/** @internal */
export interface FetchTopic {
  readonly topicName: string;
  /** Milliseconds. */
  readonly lockDuration: number;
  /** Only these variables. Default: all. */
  readonly variables?: readonly string[];
  readonly localVariables?: boolean;
  readonly includeExtensionProperties?: boolean;
}

/** @internal */
export interface ExternalTaskFailure {
  readonly workerId: string;
  readonly errorMessage: string;
  readonly errorDetails?: string;
  /** How many tries are left; zero makes an incident. */
  readonly retries: number;
  /** Milliseconds until the next try. */
  readonly retryTimeout: number;
}

/** @internal */
export interface ExternalTaskQuery extends Sorted<'id' | 'lockExpirationTime' | 'processInstanceId'> {
  readonly externalTaskId?: string;
  readonly processInstanceId?: string;
  readonly processInstanceIdIn?: readonly string[];
  readonly topicName?: string;
  readonly workerId?: string;
  readonly locked?: boolean;
  readonly noRetriesLeft?: boolean;
  /** Those that have not failed yet have tries left as well. */
  readonly withRetriesLeft?: boolean;
  /** Not suspended. */
  readonly active?: boolean;
}

/** Tasks that a worker does. One that is done already answers 404, one locked by another 400 (EngineRejected). @internal */
export class ExternalTaskApi {
  constructor(private readonly connection: EngineConnection) {}

  /** Long-polls for tasks. The call's timeout is the polling time and ten seconds, so that a hung engine is noticed. */
  fetchAndLock(fetch: FetchAndLock, signal?: AbortSignal): Promise<LockedExternalTask[]> {
    const topics = fetch.topics.map((topic) => ({ ...topic, deserializeValues: false }));
    const timeout = (fetch.asyncResponseTimeout ?? 0) + 10_000;
    return this.connection.json('POST', '/external-task/fetchAndLock', { body: { ...fetch, topics }, timeout, signal });
  }

  complete(id: string, workerId: string, variables?: ProcessVariables, localVariables?: ProcessVariables): Promise<void> {
    const body = { workerId, variables: toEngineVariables(variables), localVariables: toEngineVariables(localVariables) };
    return this.connection.json('POST', `/external-task/${id}/complete`, { body });
  }

  failure(id: string, failure: ExternalTaskFailure): Promise<void> {
    return this.connection.json('POST', `/external-task/${id}/failure`, { body: failure });
  }

  bpmnError(id: string, error: { workerId: string; errorCode: string; errorMessage?: string; variables?: ProcessVariables }): Promise<void> {
    const body = { ...error, variables: toEngineVariables(error.variables) };
    return this.connection.json('POST', `/external-task/${id}/bpmnError`, { body });
  }

  /** @param newDuration - milliseconds from now. */
  extendLock(id: string, workerId: string, newDuration: number): Promise<void> {
    return this.connection.json('POST', `/external-task/${id}/extendLock`, { body: { workerId, newDuration } });
  }

  /** Gives a task back, for any worker to fetch at once. */
  unlock(id: string): Promise<void> {
    return this.connection.json('POST', `/external-task/${id}/unlock`, { body: {} });
  }

  externalTasks(query: ExternalTaskQuery = {}, page?: Page): Promise<ExternalTaskRecord[]> {
    return this.connection.json('POST', '/external-task', { body: query, query: pageQuery(page) });
  }

  /** More than zero closes the task's incident and lets it be fetched again. */
  setRetries(id: string, retries: number): Promise<void> {
    return this.connection.json('PUT', `/external-task/${id}/retries`, { body: { retries } });
  }
}
