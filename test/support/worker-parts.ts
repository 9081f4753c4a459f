import type { EntityManager } from 'typeorm';
import { StepLedger, WorkerHooks, type RecordedStep, type StepKey, type TaskContext, type TaskProgress } from '../../src/sdk/index.js';

/** Steps by task, in memory. */
export class MemoryLedger extends StepLedger {
  readonly steps = new Map<string, RecordedStep[]>();

  constructor(private readonly transaction = <T>(work: (db: EntityManager) => Promise<T>): Promise<T> => work({} as EntityManager)) {
    super();
  }

  recorded(taskId: string): Promise<readonly RecordedStep[]> {
    return Promise.resolve([...(this.steps.get(taskId) ?? [])]);
  }

  async remember<T>({ taskId, name, position }: StepKey, work: () => Promise<T>): Promise<T> {
    const result = await work();
    const steps = this.steps.get(taskId) ?? [];
    if (steps.some((step) => step.name === name || step.position === position)) throw new Error('unique');
    this.steps.set(taskId, [...steps, { name, position, result }]);
    return result;
  }

  rememberTx<T>(step: StepKey, work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.remember(step, () => this.transaction(work));
  }
}

/** Hooks that do nothing but tell. */
export class ToldHooks extends WorkerHooks {
  readonly moved: string[] = [];
  /** What {@link pinnedContract} answers, and was asked for. */
  pinned: string | null = null;
  readonly asked: unknown[] = [];
  readonly progress: (TaskProgress | null)[] = [];

  correlationId(caseId: string): Promise<string> {
    return Promise.resolve(`of ${caseId}`);
  }

  around<T>(_task: TaskContext, work: () => Promise<T>): Promise<T> {
    return work();
  }

  pinnedContract(task: unknown): Promise<string | null> {
    this.asked.push(task);
    return Promise.resolve(this.pinned);
  }

  onMoved(caseId: string): void {
    this.moved.push(caseId);
  }

  onProgress(_task: TaskContext, progress: TaskProgress | null): void {
    this.progress.push(progress);
  }
}
