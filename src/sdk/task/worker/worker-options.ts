/** How a worker behaves; every value has a default that suits one app node. */
export interface WorkerOptions {
  /** Handlers that run at the same time. Default 16. */
  readonly concurrency?: number;
  /** Tasks fetched at once. Default 50. */
  readonly maxTasks?: number;
  /** How long the engine may hold an empty answer back, in milliseconds. Default 20000. */
  readonly asyncResponseTimeout?: number;
  /** How long a stop waits for running handlers before it aborts them, in milliseconds. Default 20000. */
  readonly grace?: number;
}

export const WORKER_OPTIONS = Symbol('tertib:worker-options');

export const DEFAULT_LOCK_DURATION = 60_000;

export const withDefaults = (options: WorkerOptions = {}): Required<WorkerOptions> => ({
  concurrency: options.concurrency ?? 16,
  maxTasks: options.maxTasks ?? 50,
  asyncResponseTimeout: options.asyncResponseTimeout ?? 20_000,
  grace: options.grace ?? 20_000,
});
