import { EngineConnection, type EngineOptions } from './engine-connection.js';
import { ExternalTaskApi } from './external-task-api.js';
import { HistoryApi } from './history-api.js';
import { IncidentApi } from './incident-api.js';
import { JobApi } from './job-api.js';
import { MigrationApi } from './migration-api.js';
import { RepositoryApi } from './repository-api.js';
import { RuntimeApi } from './runtime-api.js';
import { TaskApi } from './task-api.js';

/**
 * The engine's REST API, as far as Tertib uses it; all of it is shared by Camunda 7 and Operaton.
 *
 * Every method rejects with {@link EngineUnavailable} (try again later) or {@link EngineRejected} (it said no).
 *
 * @beta
 * @example
 * const engine = new EngineClient({ url: 'http://127.0.0.1:8080/engine-rest', user, password });
 * const { id } = await engine.runtime.startProcess({ definitionId, businessKey: caseId, variables: { year: 2026 } });
 */
export class EngineClient {
  /** @internal Deployments belong to published versions. */
  readonly repository: RepositoryApi;
  /** Running instances, their variables and messages. */
  readonly runtime: RuntimeApi;
  /** Open user tasks. */
  readonly tasks: TaskApi;
  /** Timers and continuations. */
  readonly jobs: JobApi;
  /** @internal The worker's. */
  readonly externalTasks: ExternalTaskApi;
  /** Open incidents. */
  readonly incidents: IncidentApi;
  /** @internal Cases are migrated by orders, with a preview. */
  readonly migration: MigrationApi;
  /** What has happened. */
  readonly history: HistoryApi;
  private readonly connection: EngineConnection;

  constructor(options: EngineOptions) {
    this.connection = new EngineConnection(options);
    this.repository = new RepositoryApi(this.connection);
    this.runtime = new RuntimeApi(this.connection);
    this.tasks = new TaskApi(this.connection);
    this.jobs = new JobApi(this.connection);
    this.externalTasks = new ExternalTaskApi(this.connection);
    this.incidents = new IncidentApi(this.connection);
    this.migration = new MigrationApi(this.connection);
    this.history = new HistoryApi(this.connection);
  }

  /**
   * Resolves when the engine answers and accepts the credential.
   *
   * @param timeout - milliseconds. Default 3000.
   */
  async ping(timeout = 3_000): Promise<void> {
    await this.connection.json('GET', '/version', { timeout });
  }
}
