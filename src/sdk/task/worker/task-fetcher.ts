import { Agent } from 'node:http';
import { Client } from 'camunda-external-task-client-js';
import { exactLongs } from '../../engine/exact-longs.js';
import { EngineUnavailable, type EngineOptions, type LockedExternalTask } from '../../engine/index.js';
import { doubling } from './back-off.js';
import type { Circuit } from './circuit.js';

export interface FetcherOptions {
  readonly engine: EngineOptions;
  readonly workerId: string;
  readonly asyncResponseTimeout: number;
  readonly topics: readonly { readonly topic: string; readonly lockDuration: number }[];
}

/** Longest pause after polls that the engine refused, in milliseconds. */
const LONGEST_PAUSE = 5_000;

/**
 * Fetches with the client library, one poll at a time. The library would poll on without a pause when the engine is
 * away and without a limit when we are busy; stopped as each poll begins, it waits for our word for the next.
 */
export class TaskFetcher {
  private readonly client: Client;
  private readonly agent = new Agent({ keepAlive: true });
  private readonly abort = new AbortController();
  private answered: { resolve: (tasks: LockedExternalTask[]) => void; reject: (error: unknown) => void } | undefined;
  private polling = false;
  private stopped = false;
  private refusals = 0;
  /** More may wait than a poll brings, so that their order matters: at the start, and after a poll that brought all that it asked for. */
  private backlog = true;
  private pause: NodeJS.Timeout | undefined;

  /**
   * @param room - how many tasks there is room for; asked before each poll.
   * @param onRefusal - the engine answered and said no.
   */
  constructor(
    private readonly options: FetcherOptions,
    private readonly circuit: Circuit,
    private readonly room: () => number,
    private readonly onTasks: (tasks: LockedExternalTask[]) => void,
    private readonly onRefusal: (error: Error) => void,
  ) {
    const { url, user, password } = options.engine;
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    this.client = new Client({
      baseUrl: url,
      workerId: options.workerId,
      maxTasks: 1,
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
        hooks: { afterResponse: [keepLongs] },
      }),
    });
    for (const { topic, lockDuration } of options.topics) this.client.subscribe(topic, { lockDuration }, async () => undefined);
    this.client.on('poll:start', () => this.client.stop());
    this.client.on('poll:success', (tasks) => this.answered?.resolve(tasks as LockedExternalTask[]));
    this.client.on('poll:error', (error) => this.answered?.reject(this.stopped ? this.abort.signal.reason : (refusalOf(error) ?? unavailable(error))));
  }

  /** Asks the engine for tasks, unless it is being asked, a pause is running or there is no room. */
  poll(): void {
    if (this.polling || this.stopped || this.pause || this.room() < 1) return;
    this.polling = true;
    void this.circuit.run(() => this.ask()).then((tasks) => this.succeeded(tasks), (error: Error) => this.failed(error));
  }

  /** Ends the poll under way. What the engine still locks for it must be given back by the caller. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.pause);
    this.abort.abort();
    this.agent.destroy();
  }

  private ask(): Promise<LockedExternalTask[]> {
    const { options } = this.client;
    options.maxTasks = this.room();
    // The engine sorts all that wait for every poll, which costs it more than a tenth of what a task costs in all.
    options.usePriority = this.backlog;
    // One that only finds out whether the engine is back should not be held up until there is work.
    options.asyncResponseTimeout = this.circuit.isOpen ? 0 : this.options.asyncResponseTimeout;
    return new Promise((resolve, reject) => {
      this.answered = { resolve, reject };
      if (this.stopped) reject(this.abort.signal.reason);
      else this.client.start();
    });
  }

  private succeeded(tasks: LockedExternalTask[]): void {
    this.polling = false;
    this.refusals = 0;
    this.backlog = tasks.length >= this.client.options.maxTasks;
    this.onTasks(tasks);
  }

  private failed(error: Error): void {
    this.polling = false;
    if (this.stopped) return;
    // The circuit says when an engine that is away is asked again.
    if (error instanceof EngineUnavailable) return this.poll();
    this.pause = setTimeout(() => {
      this.pause = undefined;
      this.poll();
    }, doubling(this.refusals++, LONGEST_PAUSE));
    this.onRefusal(error);
  }
}

const unavailable = (error: unknown): EngineUnavailable => new EngineUnavailable(`The engine did not answer a poll: ${String(error)}`, { cause: error });

/** The client library's own error for an answer that is no success; its other errors, and a proxy's 503, mean that the engine gave none. */
function refusalOf(error: unknown): Error | null {
  if (!(error instanceof Error) || error.name !== 'EngineError') return null;
  const { httpStatusCode, type } = error as { httpStatusCode?: number; type?: string };
  return type === undefined && (httpStatusCode ?? 0) >= 500 ? null : error;
}

/** The library parses the answer itself. */
function keepLongs(response: { body: unknown }): { body: unknown } {
  if (Buffer.isBuffer(response.body)) response.body = Buffer.from(exactLongs(response.body.toString()));
  return response;
}
