import { Agent } from 'node:http';
import { Client } from 'camunda-external-task-client-js';
import type { EngineOptions, LockedExternalTask } from '../../engine/index.js';
import { doubling } from './back-off.js';

export interface FetcherOptions {
  readonly engine: EngineOptions;
  readonly workerId: string;
  readonly maxTasks: number;
  readonly asyncResponseTimeout: number;
  readonly topics: readonly { readonly topic: string; readonly lockDuration: number }[];
}

/** At most one request a second while the engine is away. */
const LONGEST_PAUSE = 5_000;

/**
 * Fetches with the client library, one poll at a time. The library would poll on without a pause when the engine is
 * away and without a limit when we are busy; stopped as each poll begins, it waits for our word for the next.
 */
export class TaskFetcher {
  private readonly client: Client;
  private readonly agent = new Agent({ keepAlive: true });
  private readonly abort = new AbortController();
  private polling = false;
  private stopped = false;
  private failures = 0;
  private pause: NodeJS.Timeout | undefined;

  constructor(
    options: FetcherOptions,
    private readonly onTasks: (tasks: LockedExternalTask[]) => void,
    private readonly onError: (error: unknown, failures: number) => void,
  ) {
    const { url, user, password } = options.engine;
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    this.client = new Client({
      baseUrl: url,
      workerId: options.workerId,
      maxTasks: options.maxTasks,
      asyncResponseTimeout: options.asyncResponseTimeout,
      interval: 0,
      autoPoll: false,
      interceptors: (request) => ({
        ...request,
        headers: { ...request.headers, authorization },
        agent: { http: this.agent },
        retry: { limit: 0 },
        // A hung engine would otherwise hold the poll for ever.
        timeout: { request: options.asyncResponseTimeout + 10_000 },
        signal: this.abort.signal,
      }),
    });
    for (const { topic, lockDuration } of options.topics) this.client.subscribe(topic, { lockDuration }, async () => undefined);
    this.client.on('poll:start', () => this.client.stop());
    this.client.on('poll:success', (tasks) => this.ended(() => this.succeeded(tasks as LockedExternalTask[])));
    this.client.on('poll:error', (error) => this.ended(() => this.failed(error)));
  }

  /** Asks the engine for tasks, unless it is being asked or a pause is running. */
  poll(): void {
    if (this.polling || this.stopped || this.pause) return;
    this.polling = true;
    this.client.start();
  }

  /** Ends the poll under way. What the engine still locks for it must be given back by the caller. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.pause);
    this.abort.abort();
    this.agent.destroy();
  }

  private ended(react: () => void): void {
    this.polling = false;
    react();
  }

  private succeeded(tasks: LockedExternalTask[]): void {
    this.failures = 0;
    this.onTasks(tasks);
  }

  private failed(error: unknown): void {
    if (this.stopped) return;
    this.pause = setTimeout(() => {
      this.pause = undefined;
      this.poll();
    }, doubling(this.failures, LONGEST_PAUSE));
    this.onError(error, ++this.failures);
  }
}
