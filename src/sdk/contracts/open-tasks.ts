import type { ProcessVariables } from './cases.js';

/** An open user task. @beta */
export interface OpenTask {
  /** Id of the user task. */
  readonly taskId: string;
  /** The case that it belongs to. */
  readonly caseId: string;
  /** The office whose task it is; null where it belongs to no single one. */
  readonly officeId: string | null;
  /** Variables of its process instance, as the read model knows them. */
  readonly variables: ProcessVariables;
  /** Since when it is there. */
  readonly createdAt: Date;
  /** When it is due; null where the diagram says nothing. */
  readonly dueAt: Date | null;
  /** Who has taken it; null: nobody. */
  readonly assigneeName: string | null;
}

/** An open user task of whatever form. @beta */
export interface ArrivedTask extends OpenTask {
  /** Its form; null where it has none. */
  readonly formKey: string | null;
  /** The role that the diagram gives it to; null where it gives it to none. */
  readonly role: string | null;
}

/** An open user task that the asker may see. @beta */
export interface VisibleTask extends OpenTask {
  /** Whether the asker may complete it now. */
  readonly canComplete: boolean;
}

/** What was typed into a task's form and never sent: the task ended first. @beta */
export interface UnsentForm {
  /** Id of the user task that ended. */
  readonly taskId: string;
  /** Who saved it last. */
  readonly userId: string;
  /** When that was. */
  readonly savedAt: Date;
  /** The form as far as it was filled in, as it was typed: nothing of it was checked. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Whom the open tasks of one form in a case wait for. @beta */
export interface WaitingRole {
  /** The role that the diagram gives them to. */
  readonly role: string;
  /** Their form; null where they have none. */
  readonly formKey: string | null;
  /** How many there are. */
  readonly count: number;
  /** When the oldest of them came. */
  readonly since: Date;
}

/** Which tasks of a form are meant. @beta */
export interface TaskFilter {
  /** Of this office. */
  readonly officeId?: string;
  /** Of instances whose variable `name` has one of these values; texts only. */
  readonly variable?: { readonly name: string; readonly values: readonly string[] };
}

/**
 * The open tasks of a form: for a page on which the same work is seen together, and for rules that depend on where a case stands.
 * Completing is the inbox's: `POST /api/tasks/{id}/complete`.
 *
 * @beta
 * @example
 * const waiting = await openTasks.ofForm('persetujuan', [caseId], { variable: { name: 'berkas', values: [id] } });
 * const begun = (await openTasks.ofCase(caseId, 'verifikasi')).some(({ assigneeName }) => assigneeName !== null);
 */
export abstract class OpenTasks {
  /** Open tasks of this form in these cases that the asker may see, oldest first: all, or those that `only` says, which the database looks for. */
  abstract ofForm(formKey: string, caseIds: readonly string[], only?: TaskFilter): Promise<VisibleTask[]>;
  /** Open tasks of this form in a case, whoever asks, oldest first: all, or those that `only` says. */
  abstract ofCase(caseId: string, formKey: string, only?: TaskFilter): Promise<OpenTask[]>;
  /** Whom a case waits for, by form, whoever asks; counted by the database, however many tasks there are. Tasks that the diagram gives to no role are left out. */
  abstract waiting(caseId: string): Promise<WaitingRole[]>;
  /**
   * The open tasks of a case that came at this moment or later, of whatever form and whoever asks: oldest first, some at a time. Each way on in a case, and
   * each move by hand, brings a new one: whoever has read them once need not read them all again.
   */
  abstract arrived(caseId: string, from: Date): AsyncIterable<ArrivedTask[]>;
  /**
   * What was typed last into such a task of a case that ended before its form was sent, as where its deadline passed; null where nothing
   * was. For the next task of the same work, so that nobody types it again. Whoever asks: what is shown of it is the application's to say.
   */
  abstract unsent(caseId: string, formKey: string, only?: TaskFilter): Promise<UnsentForm | null>;
}
