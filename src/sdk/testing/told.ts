import { fromEngineVariables, toEngineVariables, type ExternalTaskApi } from '../engine/index.js';
import type { ProcessVariables } from '../contracts/index.js';
import { WorkerHooks, type TaskContext, type TaskProgress } from '../task/index.js';
import type { Outcome } from '../task/worker/outcome.js';

/** What one run tells the platform. */
export class ToldPlatform extends WorkerHooks {
  readonly progress: TaskProgress[] = [];

  correlationId(caseId: string): Promise<string> {
    return Promise.resolve(caseId);
  }

  around<T>(_task: TaskContext, work: () => Promise<T>): Promise<T> {
    return work();
  }

  onMoved(): void {}

  pinnedContract(): Promise<null> {
    return Promise.resolve(null);
  }

  onProgress(_task: TaskContext, progress: TaskProgress | null): void {
    if (progress) this.progress.push(progress);
  }
}

type Reports = Pick<ExternalTaskApi, 'complete' | 'failure' | 'bpmnError'>;

/** What one run tells the engine; variables as the diagram gets them. */
export class ToldEngine implements Reports {
  outcome: Outcome | undefined;

  readonly complete: Reports['complete'] = async (_id, _workerId, variables) => void (this.outcome = { kind: 'complete', variables: carried(variables) });

  readonly bpmnError: Reports['bpmnError'] = async (_id, { errorCode, errorMessage, variables }) =>
    void (this.outcome = { kind: 'business-error', code: errorCode, message: errorMessage ?? '', variables: carried(variables) });

  readonly failure: Reports['failure'] = async (_id, { errorMessage, errorDetails, retries, retryTimeout }) =>
    void (this.outcome = { kind: 'failure', message: errorMessage ?? '', details: errorDetails ?? '', retries, delay: retryTimeout });
}

/** @throws what the engine's client throws for a value that it cannot carry. */
const carried = (variables: ProcessVariables = {}): ProcessVariables => fromEngineVariables(toEngineVariables(variables)) as ProcessVariables;
