import type { LockedExternalTask } from '../../engine/index.js';
import type { RegisteredHandler } from '../handler-registry.js';
import { StepRunner, type StepLedger } from '../steps/index.js';
import type { Step, TaskContext } from '../task-context.js';
import { ProgressReporter } from './progress-reporter.js';
import { TimeLimit } from './time-limit.js';
import type { WorkerHooks } from './worker-hooks.js';

/** One run of a fetched task, as its handler sees it and as the executor ends it. */
export interface RunningTask {
  readonly context: TaskContext;
  readonly steps: StepRunner;
  readonly progress: ProgressReporter;
  readonly limit: TimeLimit | undefined;
}

/** @param held - aborted when the task is no longer ours or the application stops. */
export async function beginRun(task: LockedExternalTask, handler: RegisteredHandler, ledger: StepLedger, hooks: WorkerHooks, held: AbortSignal): Promise<RunningTask> {
  const limit = handler.timeLimit === undefined ? undefined : new TimeLimit(handler.source, handler.timeLimit);
  const signal = limit ? AbortSignal.any([held, limit.signal]) : held;
  const steps = new StepRunner({ taskId: task.id, source: handler.source, signal }, ledger);
  const progress = new ProgressReporter((latest) => hooks.onProgress(context, latest));
  const caseId = task.businessKey ?? task.processInstanceId;
  const step: Step = Object.assign(<T>(name: string, work: () => Promise<T>) => steps.step(name, work), { tx: steps.tx.bind(steps) });
  const context: TaskContext = {
    id: task.id,
    topic: task.topicName,
    title: typeof handler.title === 'string' ? { id: handler.title, en: handler.title } : handler.title,
    caseId,
    processInstanceId: task.processInstanceId,
    elementId: task.activityId,
    correlationId: await hooks.correlationId(caseId).catch(() => caseId),
    signal,
    step,
    progress: (fraction, text) => progress.report(fraction, text),
    idempotencyKey: (name) => `${task.id}:${name}`,
  };
  return { context, steps, progress, limit };
}
