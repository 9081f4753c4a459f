/** How a worker behaves; every value has a default that suits one app node. @internal */
export interface WorkerOptions {
  /** Names this app node, the same at every start and unlike any other's: what an earlier start left locked is freed. Default: nothing is. */
  readonly node?: string;
  /** Handlers that run at the same time. Default 16. */
  readonly concurrency?: number;
  /** Tasks fetched at once. Default 50. */
  readonly maxTasks?: number;
  /**
   * How long the engine may hold an empty answer back, in milliseconds. Default 5000: a poll that waits is not told of tasks
   * whose lock or back-off ends, so a longer one would keep these waiting, and holds on longer to what a killed node asked for.
   */
  readonly asyncResponseTimeout?: number;
  /** How long a stop waits for running handlers before it aborts them, in milliseconds. Default 20000. */
  readonly grace?: number;
}

export const WORKER_OPTIONS = Symbol('tertib:worker-options');

export const DEFAULT_LOCK_DURATION = 60_000;

export const withDefaults = (options: WorkerOptions = {}): Required<WorkerOptions> => ({
  node: options.node ?? '',
  concurrency: options.concurrency ?? 16,
  maxTasks: options.maxTasks ?? 50,
  asyncResponseTimeout: options.asyncResponseTimeout ?? 5_000,
  grace: options.grace ?? 20_000,
});
