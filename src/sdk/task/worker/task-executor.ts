import { Logger } from '@nestjs/common';
import type { ProcessVariables } from '../../contracts/index.js';
import { fromEngineVariables, type ExternalTaskApi, type LockedExternalTask } from '../../engine/index.js';
import { BusinessError, FatalError, RetryableError } from '../failures.js';
import type { RegisteredHandler } from '../handler-registry.js';
import type { StepLedger, TaskContext } from '../task-context.js';
import { DEFAULT_RETRIES, nextTry } from './back-off.js';
import { checked } from './schema-check.js';
import { createContext } from './running-task.js';
import { TaskReport } from './task-report.js';
import type { WorkerHooks } from './worker-hooks.js';

/** Runs one fetched task through its handler and tells the engine how it went. */
export class TaskExecutor {
  private readonly logger = new Logger(TaskExecutor.name);
  private readonly report: TaskReport;

  constructor(
    tasks: ExternalTaskApi,
    private readonly workerId: string,
    private readonly ledger: StepLedger,
    private readonly hooks: WorkerHooks,
  ) {
    this.report = new TaskReport(tasks, workerId);
  }

  /** Never rejects: whatever happens ends in a report to the engine, or in the lock running out. */
  async execute(task: LockedExternalTask, handler: RegisteredHandler, signal: AbortSignal): Promise<void> {
    const context = createContext(task, this.ledger, signal);
    try {
      const moved = await this.hooks.around(context, () => this.attempt(task, handler, context));
      if (moved) this.hooks.onMoved(context.caseId);
    } catch (error) {
      this.logger.warn(`${handler.topic} ${task.id}: the engine could not be told how it went; the task comes again. ${String(error)}`);
    }
  }

  private async attempt(task: LockedExternalTask, handler: RegisteredHandler, context: TaskContext): Promise<boolean> {
    let variables: ProcessVariables;
    try {
      const input = await checked(handler.input, fromEngineVariables(task.variables), `Input of ${handler.topic}`);
      const output = await handler.run(input, context);
      variables = ((await checked(handler.output, output ?? {}, `Output of ${handler.topic}`)) ?? {}) as ProcessVariables;
    } catch (error) {
      if (context.signal.aborted) return false;
      return this.failed(task, handler, error);
    }
    return this.report.complete(task, variables, context.signal);
  }

  private failed(task: LockedExternalTask, handler: RegisteredHandler, error: unknown): Promise<boolean> {
    if (error instanceof BusinessError) return this.report.businessError(task, error);
    const message = error instanceof Error ? error.message : String(error);
    const details = error instanceof Error ? (error.stack ?? message) : message;
    this.logger.warn(`${handler.topic} ${task.id} (${this.workerId}): ${message}`);
    if (error instanceof FatalError) return this.report.failure(task, message, details, { retries: 0, retryTimeout: 0 });
    const delay = error instanceof RetryableError ? error.delay : undefined;
    return this.report.failure(task, message, details, nextTry(handler.retries ?? DEFAULT_RETRIES, task.retries, delay));
  }
}
