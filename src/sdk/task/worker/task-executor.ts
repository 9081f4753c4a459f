import { Logger } from '@nestjs/common';
import type { ProcessVariables } from '../../contracts/index.js';
import { fromEngineVariables, type ExternalTaskApi, type LockedExternalTask } from '../../engine/index.js';
import { BusinessError } from '../failures.js';
import type { RegisteredHandler } from '../handler-registry.js';
import type { StepLedger, TaskContext } from '../task-context.js';
import { outcomeOf, type Outcome } from './outcome.js';
import { createContext } from './running-task.js';
import { checked } from './schema-check.js';
import { TaskReport } from './task-report.js';
import type { WorkerHooks } from './worker-hooks.js';

/** Runs one fetched task through its handler and tells the engine how it went. */
export class TaskExecutor {
  private readonly logger = new Logger(TaskExecutor.name);
  private readonly report: TaskReport;

  constructor(
    tasks: ExternalTaskApi,
    workerId: string,
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
    const outcome = await this.outcome(task, handler, context);
    // The lock is lost or the application stops: whoever has the task next goes on from its last step.
    if (context.signal.aborted && outcome.kind !== 'complete') return false;
    return this.report.tell(task, outcome);
  }

  private async outcome(task: LockedExternalTask, handler: RegisteredHandler, context: TaskContext): Promise<Outcome> {
    try {
      const input = await checked(handler.input, await this.given(task, handler), `The input of ${handler.source}`, { literals: true });
      const result = await handler.run(input, context);
      const output = await checked(handler.output, result ?? {}, `The output of ${handler.source}`);
      return { kind: 'complete', variables: (output ?? {}) as ProcessVariables };
    } catch (error) {
      if (!(error instanceof BusinessError)) this.logger.warn(`${handler.topic} ${task.id}: ${error instanceof Error ? error.message : String(error)}`);
      return outcomeOf(error, task.retries, handler.retries);
    }
  }

  /** What the engine gives, brought up to date where the version that asks was published against a former contract. */
  private async given(task: LockedExternalTask, { upgrades }: RegisteredHandler): Promise<unknown> {
    const variables = fromEngineVariables(task.variables);
    if (!upgrades) return variables;
    const pinned = await this.hooks.pinnedContract?.({ processDefinitionId: task.processDefinitionId, topic: task.topicName });
    const upgrade = pinned && Object.hasOwn(upgrades, pinned) ? upgrades[pinned] : undefined;
    return upgrade ? upgrade(variables) : variables;
  }
}
