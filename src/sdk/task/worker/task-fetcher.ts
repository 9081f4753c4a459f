import { EngineUnavailable, type ExternalTaskApi, type LockedExternalTask } from '../../engine/index.js';
import { doubling } from './back-off.js';
import type { Circuit } from './circuit.js';

export interface FetcherOptions {
  readonly workerId: string;
  readonly asyncResponseTimeout: number;
  readonly topics: readonly { readonly topicName: string; readonly lockDuration: number }[];
}

/** Longest pause after polls that the engine refused, in milliseconds. */
const LONGEST_PAUSE = 5_000;

/** Fetches tasks, one poll at a time, whenever there is room for more; docs/adr/0026 says why not with the client library. */
export class TaskFetcher {
  private readonly abort = new AbortController();
  private polling = false;
  private refusals = 0;
  /** More may wait than a poll brings, so that their order matters: at the start, and after a poll that brought all that it asked for. */
  private backlog = true;
  private pause: NodeJS.Timeout | undefined;

  /**
   * @param room - how many tasks there is room for; asked before each poll.
   * @param onRefusal - the engine answered and said no.
   */
  constructor(
    private readonly engine: Pick<ExternalTaskApi, 'fetchAndLock'>,
    private readonly options: FetcherOptions,
    private readonly circuit: Circuit,
    private readonly room: () => number,
    private readonly onTasks: (tasks: LockedExternalTask[]) => void,
    private readonly onRefusal: (error: Error) => void,
  ) {}

  /** Asks the engine for tasks, unless it is being asked, a pause is running or there is no room. */
  poll(): void {
    if (this.polling || this.stopped || this.pause || this.room() < 1) return;
    this.polling = true;
    void this.circuit.run(() => this.ask()).then((tasks) => this.succeeded(tasks), (error: Error) => this.failed(error));
  }

  /** Ends the poll under way. What the engine still locks for it must be given back by the caller. */
  stop(): void {
    clearTimeout(this.pause);
    this.abort.abort();
  }

  private get stopped(): boolean {
    return this.abort.signal.aborted;
  }

  private async ask(): Promise<LockedExternalTask[]> {
    const { workerId, topics } = this.options;
    const maxTasks = this.room();
    // One that only finds out whether the engine is back should not be held up until there is work.
    const asyncResponseTimeout = this.circuit.isOpen ? 0 : this.options.asyncResponseTimeout;
    // The engine sorts all that wait for every poll, which costs it more than a tenth of what a task costs in all.
    const tasks = await this.engine.fetchAndLock({ workerId, topics, maxTasks, asyncResponseTimeout, usePriority: this.backlog }, this.abort.signal);
    this.backlog = tasks.length >= maxTasks;
    return tasks;
  }

  private succeeded(tasks: LockedExternalTask[]): void {
    this.polling = false;
    this.refusals = 0;
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
