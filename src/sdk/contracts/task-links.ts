import type { EntityManager } from 'typeorm';
import type { FormContext } from './forms.js';

/** Whom a link is for: he has no account, so whoever sends it says who he is. @beta */
export interface LinkReceiver {
  /** As the case will show it for good. */
  readonly name: string;
  /** His post. */
  readonly title: string;
}

/** A link as those see it who may send one. Neither the link itself nor its PIN can be read again. @beta */
export interface TaskLinkView extends LinkReceiver {
  /** Its id, a UUID. */
  readonly id: string;
  /** The user task for which it is good, and no other. */
  readonly taskId: string;
  /** Who sent it. */
  readonly sentByName: string;
  /** When it was made. */
  readonly createdAt: Date;
  /** From when it is good for nothing. */
  readonly expiresAt: Date;
  /** `open` is the only one that lets anybody in; `locked`: too many wrong PINs. */
  readonly state: 'open' | 'used' | 'revoked' | 'expired' | 'locked';
}

/** The answer to making one, which alone has the secrets. @beta */
export interface IssuedTaskLink extends TaskLinkView {
  /** Belongs behind the `#` of an address, which browsers send to no server. */
  readonly token: string;
  /** Six digits, to be told by another way than the link. */
  readonly pin: string;
}

/** An open task of a form, for which a link can be made. @beta */
export interface LinkableTask {
  /** Id of the user task. */
  readonly taskId: string;
  /** The case that it belongs to. */
  readonly caseId: string;
  /** What people call the case. */
  readonly caseTitle: string;
  /** The office whose task it is, or null. */
  readonly officeId: string | null;
  /** The latest link for it, if there was any. */
  readonly link: TaskLinkView | null;
}

/** What whoever was sent a link shows. @beta */
export interface TaskLinkKey {
  /** The secret part of the address. */
  readonly token: string;
  /** The six digits that he was told. */
  readonly pin: string;
}

/** The task behind a link, for whoever opened it rightly. @beta */
export interface OpenedTaskLink {
  /** The link. */
  readonly link: TaskLinkView;
  /** The task, with the receiver as the one who fills in its form. */
  readonly context: FormContext;
  /** When he sent this, by the server's clock: as his submission has it. */
  readonly at: Date;
}

/**
 * Links by which a person without an account does one user task, once: with a PIN that is told by another way, a few tries, an end
 * and a way to take them back. What he sends passes the same checks and is stored in the same transaction as anybody's.
 *
 * @beta
 * @example
 * const { token, pin } = await taskLinks.issue(id, 'persetujuan', { name: 'Sari', title: 'Kepala Dinas' });
 */
export abstract class TaskLinks {
  /** Open tasks of this form that the asker may see, with their latest links. */
  abstract waiting(formKey: string): Promise<LinkableTask[]>;
  /** Makes one; earlier ones for the task are taken back. @throws `not-found` (404), or `task-over` (409). */
  abstract issue(taskId: string, formKey: string, receiver: LinkReceiver): Promise<IssuedTaskLink>;
  /** Takes one back. @throws `not-found` (404), also where the task is not the asker's to see, or the link is over. */
  abstract revoke(id: string): Promise<void>;
  /** Runs `work` as the receiver. @throws `link-unknown` (404), `link-pin-wrong` (403), or `link-over` (410) with the reason. */
  abstract open<T>(key: TaskLinkKey, formKey: string, work: (opened: OpenedTaskLink) => Promise<T>): Promise<T>;
  /**
   * Completes the task with the data of its form, and with that the link. `within` is part of the transaction: what it throws
   * leaves task and link as they were. @throws as `open`, and as completing does.
   */
  abstract complete(key: TaskLinkKey, formKey: string, data: Readonly<Record<string, unknown>>, within?: (opened: OpenedTaskLink, db: EntityManager) => Promise<void>): Promise<void>;
}
