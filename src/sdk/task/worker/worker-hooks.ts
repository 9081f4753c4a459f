import type { TaskContext, TaskProgress } from '../task-context.js';
import type { Outcome } from './outcome.js';

/** What the platform hangs on a worker: a context around each handler, and word of each move. @internal */
export abstract class WorkerHooks {
  /** Under which id the tasks of a case are logged now: {@link TaskContext.correlationId}. Where it rejects, the case's id serves. */
  abstract correlationId(caseId: string): Promise<string>;
  /** Runs `work` with whatever the platform's services need to know of the task under way. */
  abstract around<T>(task: TaskContext, work: () => Promise<T>): Promise<T>;
  /** An instance of this case has moved in the engine. */
  abstract onMoved(caseId: string): void;
  /** Hash of the contract that this task's version of the procedure was published against; null where none is known. */
  abstract pinnedContract(task: { readonly processDefinitionId: string; readonly topic: string }): Promise<string | null>;
  /** How far a task has come; null when its run is over. Not told for tasks that never say. */
  abstract onProgress(task: TaskContext, progress: TaskProgress | null): void;
  /** How a task went where its handler is not to do it, as in a rehearsal; null: the handler does it. */
  instead(_task: TaskContext): Promise<Outcome | null> | null {
    return null;
  }
}

/** Answers for handlers that are not to do their work. Only a rehearsal provides one. @internal */
export abstract class StandIn {
  /** Null: the handler does it. */
  abstract instead(task: TaskContext): Promise<Outcome | null>;
}
