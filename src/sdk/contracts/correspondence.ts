import type { FileRef } from './files.js';

/** A message to be sent. Text is plain; attachments are stored files. */
export interface Mail {
  /** Stable: the same key is one mail, with one Message-ID, however often it is asked for. */
  readonly key: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly attachments?: readonly FileRef[];
  readonly caseId?: string;
}

/** Mail, sent at least once after the transaction commits, always under the same Message-ID. */
export abstract class Mailer {
  abstract send(mail: Mail): Promise<void>;
}

/** The words of mails, from the release's templates `letters/mail-*.hbs`, so that an administrator can change them. */
export abstract class MailTexts {
  /** @throws when there is no such template, or it does not begin with `Subjek: …`. */
  abstract render(caseId: string, template: string, data: Readonly<Record<string, unknown>>, processInstanceId?: string): Promise<{ readonly subject: string; readonly text: string }>;
}

/** A letter to be rendered from the release's template. */
export interface LetterRequest {
  /** The same key is one letter with one number, however often it is asked for. */
  readonly key: string;
  readonly caseId: string;
  /** Template: a file of `letters/` without its ending, e.g. `surat-permintaan-produsen`. */
  readonly template: string;
  readonly subject: string;
  /** Sees the letter beside the office itself. */
  readonly officeId?: string;
  /** The process definition or instance whose release's template is used; default: that of the case. */
  readonly processInstanceId?: string;
  /** Values for the template. Tables are arrays of records. */
  readonly data: Readonly<Record<string, unknown>>;
  /** False for documents without a register number (report, receipt with its own). Default true. */
  readonly numbered?: boolean;
  /** A free mark to find it again, e.g. the element id or data set id that it was made for. */
  readonly about?: string;
}

export interface Letter {
  readonly id: string;
  readonly key: string;
  readonly caseId: string;
  readonly template: string;
  readonly subject: string;
  readonly number: string | null;
  readonly date: Date;
  readonly officeId: string | null;
  readonly about: string | null;
  readonly file: FileRef;
  /** The signed scan or electronically signed PDF, once attached. */
  readonly signedFile: FileRef | null;
  readonly sentAt: Date | null;
}

/** Letters: number from the office's register, PDF from the release's Handlebars template. */
export abstract class Letters {
  abstract render(request: LetterRequest): Promise<Letter>;
  abstract ofCase(caseId: string, filter?: { template?: string; about?: string; officeId?: string }): Promise<Letter[]>;
  abstract attachSigned(letterId: string, file: FileRef): Promise<void>;
  abstract markSent(letterId: string): Promise<void>;
  /** The next number of a register (e.g. `tanda-terima`), given once per key. */
  abstract nextNumber(register: string, key: string): Promise<string>;
}

/** An entry of the audit trail. Written in the surrounding transaction; chained after commit. */
export interface AuditEvent {
  readonly action: string;
  readonly caseId?: string;
  readonly officeId?: string;
  readonly subject?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export abstract class AuditLog {
  abstract write(event: AuditEvent): Promise<void>;
  /** Entries of one case, oldest first, for the archive. */
  abstract ofCase(caseId: string): Promise<Readonly<Record<string, unknown>>[]>;
}
