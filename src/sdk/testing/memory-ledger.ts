import type { EntityManager } from 'typeorm';
import { StepLedger, type RecordedStep, type StepKey } from '../task/index.js';

/** Runs work in one transaction, as `Transactions.tx` does. @public */
export type Transact = <T>(work: (db: EntityManager) => Promise<T>) => Promise<T>;

/** Steps by task, in memory. @internal */
export class MemoryLedger extends StepLedger {
  readonly steps = new Map<string, RecordedStep[]>();

  constructor(private readonly transaction: Transact = (work) => work({} as EntityManager)) {
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
