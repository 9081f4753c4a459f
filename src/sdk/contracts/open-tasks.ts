import type { ProcessVariables } from './cases.js';

/** An open user task, as the asker may see it. @beta */
export interface OpenTask {
  /** Id of the user task. */
  readonly taskId: string;
  /** The case that it belongs to. */
  readonly caseId: string;
  /** Variables of its process instance, as the read model knows them. */
  readonly variables: ProcessVariables;
  /** Since when it is there. */
  readonly createdAt: Date;
  /** When it is due; null where the diagram says nothing. */
  readonly dueAt: Date | null;
  /** Who has taken it; null: nobody. */
  readonly assigneeName: string | null;
  /** Whether the asker may complete it now. */
  readonly canComplete: boolean;
}

/**
 * The open tasks of a form, for a page on which the same work is seen together. Completing is the inbox's: `POST /api/tasks/{id}/complete`.
 *
 * @beta
 * @example
 * const waiting = await openTasks.ofForm('persetujuan', [caseId]);
 */
export abstract class OpenTasks {
  /** Open tasks of this form in these cases that the asker may see, oldest first. */
  abstract ofForm(formKey: string, caseIds: readonly string[]): Promise<OpenTask[]>;
}
