import { Logger } from '@nestjs/common';
import type { ProcessVariables } from '../../contracts/index.js';
import { fromEngineVariables, type LockedExternalTask } from '../../engine/index.js';
import { BusinessError } from '../failures.js';
import type { RegisteredHandler } from '../handler-registry.js';
import type { StepLedger, StepRunner } from '../steps/index.js';
import type { EngineTasks } from './engine-tasks.js';
import { outcomeOf, type Outcome } from './outcome.js';
import { beginRun, type RunningTask } from './running-task.js';
import { checked } from './schema-check.js';
import { TaskReport } from './task-report.js';
import type { WorkerHooks } from './worker-hooks.js';

/** Runs one fetched task through its handler and tells the engine how it went. */
export class TaskExecutor {
  private readonly logger = new Logger(TaskExecutor.name);
  private readonly report: TaskReport;

  constructor(
    tasks: EngineTasks,
    workerId: string,
    private readonly ledger: StepLedger,
    private readonly hooks: WorkerHooks,
  ) {
    this.report = new TaskReport(tasks, workerId);
  }

  /** Never rejects: whatever happens ends in a report to the engine, or in the lock running out. */
  async execute(task: LockedExternalTask, handler: RegisteredHandler, held: AbortSignal): Promise<void> {
    const run = await beginRun(task, handler, this.ledger, this.hooks, held);
    await this.hooks.around(run.context, async () => {
      try {
        if (await this.attempt(task, handler, run, held)) this.hooks.onMoved(run.context.caseId);
      } catch (error) {
        this.logger.warn(`${handler.topic} ${task.id}: the engine could not be told how it went; the task comes again. ${String(error)}`);
      }
    });
  }

  private async attempt(task: LockedExternalTask, handler: RegisteredHandler, run: RunningTask, held: AbortSignal): Promise<boolean> {
    const outcome = await this.outcome(task, handler, run);
    run.progress.end();
    // The lock is lost or the application stops: whoever has the task next goes on from its last step.
    if (held.aborted && outcome.kind !== 'complete') return false;
    return this.report.tell(task, outcome);
  }

  private async outcome(task: LockedExternalTask, handler: RegisteredHandler, { context, steps, limit }: RunningTask): Promise<Outcome> {
    try {
      const input = await checked(handler.input, await this.given(task, handler), `The input of ${handler.source}`, { literals: true });
      const told = await this.hooks.instead(context);
      if (told && told.kind !== 'complete') return told;
      const method = () => handler.run(input, context);
      const result = told ? told.variables : await (limit ? limit.race(method) : method());
      await steps.end();
      const output = await checked(handler.output, result ?? {}, `The output of ${handler.source}`);
      return { kind: 'complete', variables: (output ?? {}) as ProcessVariables };
    } catch (error) {
      const reason = await reasonOf(error, steps);
      if (!(reason instanceof BusinessError)) this.logger.warn(`${handler.topic} ${task.id}: ${reason instanceof Error ? reason.message : String(reason)}`);
      return outcomeOf(reason, task.retries, handler.retries);
    }
  }

  /** What the engine gives, brought up to date where the version that asks was published against a former contract. */
  private async given(task: LockedExternalTask, { upgrades }: RegisteredHandler): Promise<unknown> {
    const variables = fromEngineVariables(task.variables);
    if (!upgrades) return variables;
    const pinned = await this.hooks.pinnedContract({ processDefinitionId: task.processDefinitionId, topic: task.topicName });
    const upgrade = pinned && Object.hasOwn(upgrades, pinned) ? upgrades[pinned] : undefined;
    return upgrade ? upgrade(variables) : variables;
  }
}

/** A business error is an end like any other: it too must not leave out what is recorded. */
async function reasonOf(error: unknown, steps: StepRunner): Promise<unknown> {
  if (!(error instanceof BusinessError)) return steps.close() ?? error;
  return steps.end().then(() => error, (refusal: unknown) => refusal);
}
