import type { EntityManager } from 'typeorm';
import type { Text } from '../contracts/index.js';

/**
 * Remembers small JSON results by name, so that a repeated task goes on where it stopped.
 *
 * Steps are done one after the other, each name once a run. A repeated run must ask for the steps that are recorded in
 * their order before it does new ones; a handler that was changed under a half-done task is an incident that says so,
 * before anything is done twice. A result is plain JSON of at most 64 kB (a Date, a class instance or a BigInt is refused,
 * never changed); a step that answers nothing answers null. There is no `sleep`: waiting is the diagram's work.
 *
 * @public
 * @example
 * const ids = await task.step('due', () => this.idsOfWhatIsDue());
 * for (const id of ids) await task.step.tx(`sent:${id}`, async (db) => { await this.send(db, id); });
 */
export interface Step {
  /**
   * Runs `work` unless this task has done the step `name`; outside any transaction. Effects outside must carry
   * {@link TaskContext.idempotencyKey}: where the process dies between the effect and its record, `work` runs again.
   */
  <T>(name: string, work: () => Promise<T>): Promise<T>;
  /** As above, in one transaction with what `work` writes to our database: exactly once. */
  tx<T>(name: string, work: (db: EntityManager) => Promise<T>): Promise<T>;
}

/** How far a task has come: a fraction from 0 to 1, and a sentence for people. @public */
export interface TaskProgress {
  /** From 0 to 1. */
  readonly fraction: number;
  /** What people read; empty where the handler gave no text. */
  readonly text: Text;
}

/** The running external task, as a handler sees it. @public */
export interface TaskContext {
  /** The engine's id of the task; the same at every try. */
  readonly id: string;
  /** The topic under which it was asked for: a former name where the diagram still uses one. */
  readonly topic: string;
  /** What people call this step: the title that its handler declares. @beta */
  readonly title: Text;
  /** The engine's business key: the case's id. */
  readonly caseId: string;
  /** The engine's id of the instance that waits for it. */
  readonly processInstanceId: string;
  /** Id of the service task in the diagram. */
  readonly elementId: string;
  /**
   * One id for a chain of causes: that of the request whose command moved the case last, or the case's id where no
   * request did. It stands in the log lines of the task, in the `X-Correlation-Id` of mails it sends and of the requests
   * to the engine; hand it on in requests of your own.
   */
  readonly correlationId: string;
  /** Aborted when the lock is lost, the time limit is over, or the app stops without waiting. */
  readonly signal: AbortSignal;
  /** What is done once, whatever dies. */
  readonly step: Step;
  /**
   * Tells people how far it is; they see it in the case within a second. Cheap enough for every row: it is passed on a
   * little more than once a second, and forgotten when the task ends. A text in one language serves for both.
   *
   * @param fraction - from 0 to 1; what lies outside counts as the nearer of the two
   * @example
   * task.progress(done / rows, { id: `baris ${done} dari ${rows}`, en: `row ${done} of ${rows}` });
   */
  progress(fraction: number, text?: string | Text): void;
  /** The same for every repetition of this task and name. */
  idempotencyKey(name: string): string;
}
