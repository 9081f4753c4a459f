import type { EntityManager } from 'typeorm';

/** One step as it is remembered. @public */
export interface RecordedStep {
  /** As the handler called it. */
  readonly name: string;
  /** Zero for the first step that the task asked for, then one more each. */
  readonly position: number;
  /** JSON; null where the step answered nothing. */
  readonly result: unknown;
}

/** Which step of which task. @internal */
export interface StepKey extends Pick<RecordedStep, 'name' | 'position'> {
  readonly taskId: string;
}

/**
 * Where steps are remembered; the platform provides it. A task has a name, and a position, once: of two runs that do the
 * same step at once, the second one's write rejects, and with it all that its transaction wrote.
 * @internal
 */
export abstract class StepLedger {
  /** What a task has done, in its order. */
  abstract recorded(taskId: string): Promise<readonly RecordedStep[]>;
  /** Runs `work` outside any transaction, then remembers what it answers. */
  abstract remember<T>(step: StepKey, work: () => Promise<T>): Promise<T>;
  /** Runs `work` and remembers what it answers in one transaction. */
  abstract rememberTx<T>(step: StepKey, work: (db: EntityManager) => Promise<T>): Promise<T>;
}
