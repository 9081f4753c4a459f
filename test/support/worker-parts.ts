import { WorkerHooks, type TaskContext, type TaskProgress } from '../../src/sdk/index.js';

export { MemoryLedger } from '../../src/sdk/testing/memory-ledger.js';

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
