import type { EntityManager } from 'typeorm';

/** Remembers small JSON results by name, so that a repeated task goes on where it stopped. */
export interface Step {
  /** Runs `work` unless this task has done the step `name`; outside any transaction. Effects outside must carry {@link TaskContext.idempotencyKey}. */
  <T>(name: string, work: () => Promise<T>): Promise<T>;
  /** As above, in one transaction with what `work` writes to our database: exactly once. */
  tx<T>(name: string, work: (db: EntityManager) => Promise<T>): Promise<T>;
}

/** The running external task, as a handler sees it. */
export interface TaskContext {
  readonly id: string;
  readonly topic: string;
  /** The engine's business key: the case's id. */
  readonly caseId: string;
  readonly processInstanceId: string;
  readonly elementId: string;
  /** Aborted when the lock is lost or the app stops without waiting. */
  readonly signal: AbortSignal;
  readonly step: Step;
  /** The same for every repetition of this task and name. */
  idempotencyKey(name: string): string;
}

/** Where steps are remembered; the platform provides it. */
export abstract class StepLedger {
  abstract recall(taskId: string, name: string): Promise<{ result: unknown } | null>;
  abstract remember<T>(taskId: string, name: string, work: () => Promise<T>): Promise<T>;
  abstract rememberTx<T>(taskId: string, name: string, work: (db: EntityManager) => Promise<T>): Promise<T>;
}
