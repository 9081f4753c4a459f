import type { FileRef } from './files.js';
import type { Language } from './text.js';

/**
 * A message to be sent, as plain text and as a page with the same words. The page is made of the text: parts are set off by empty lines, `1. …` is a list, two spaces
 * set a part off, and a line such as `Open it: https://…` that leads to Tertib itself is a button. Attachments are stored files.
 *
 * @public
 */
export interface Mail {
  /** Stable: the same key is one mail, with one Message-ID, however often it is asked for. */
  readonly key: string;
  /** Addresses, at least one. */
  readonly to: readonly string[];
  /** One line. */
  readonly subject: string;
  /** Plain text; lines end in `\n`. */
  readonly text: string;
  /** Of subject and text: the frame around them speaks it too. Default: `id`. @beta */
  readonly language?: Language;
  /** Stored files. Default: none. */
  readonly attachments?: readonly FileRef[];
  /** The case under which the administrator finds it. Default: none. */
  readonly caseId?: string;
}

/**
 * Mail, sent at least once after the transaction commits, always under the same Message-ID. Without an SMTP server it is kept,
 * and the administrator reads it.
 *
 * @public
 * @example
 * await mailer.send({ key: `reminder:${id}`, to: [address], subject: 'Reminder', text: 'The answer is due tomorrow.' });
 */
export abstract class Mailer {
  /** Records the mail in the surrounding transaction; resolves before it is sent. A key that is known already changes nothing. */
  abstract send(mail: Mail): Promise<void>;
}

/** The words of mails, from the release's templates `letters/mail-*.hbs`, so that an administrator can change them. @public */
export abstract class MailTexts {
  /**
   * Subject and text of the mail `letters/<template>.hbs` of the case's version, and the language in which they are.
   *
   * @param template - a file of `letters/` without its ending, such as `mail-reminder`
   * @param data - values for the template
   * @param processInstanceId - the instance whose version counts; default: that of the case
   * @param language - of the reader: for `en` the template `<template>-en` where the version has one, else the Indonesian one. Default: `id`
   * @throws when there is no such template, or it does not begin with `Subjek: …`.
   */
  abstract render(caseId: string, template: string, data: Readonly<Record<string, unknown>>, processInstanceId?: string, language?: Language): Promise<{ readonly subject: string; readonly text: string; readonly language: Language }>;
}

/** A letter to be rendered from the release's template. @public */
export interface LetterRequest {
  /** The same key is one letter with one number, however often it is asked for. */
  readonly key: string;
  /** The case that it belongs to. */
  readonly caseId: string;
  /** Template: a file of `letters/` without its ending, e.g. `surat-permintaan-produsen`. */
  readonly template: string;
  /** What it is about; in the register and in the PDF's properties. */
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

/** A document that belongs to no case. @experimental */
export interface DocumentRequest {
  /** Template: a file of `letters/` without its ending, of the version that was published last. */
  readonly template: string;
  /** What it is about; in the PDF's properties. */
  readonly subject: string;
  /** What its values are of: the date of the document. Default: now. */
  readonly date?: Date;
  /** Values for the template. Tables are arrays of records. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A letter as it was drawn: number, date and text do not change any more. @public */
export interface Letter {
  /** Its id, a UUID. */
  readonly id: string;
  /** The key under which it was asked for. */
  readonly key: string;
  /** The case that it belongs to. */
  readonly caseId: string;
  /** The template that it was drawn from. */
  readonly template: string;
  /** What it is about. */
  readonly subject: string;
  /** Its number in the office's register; null for a document without one. */
  readonly number: string | null;
  /** When it was drawn. */
  readonly date: Date;
  /** The office that sees it beside the office itself; null: none. */
  readonly officeId: string | null;
  /** The mark that it was asked for with. */
  readonly about: string | null;
  /** The PDF. */
  readonly file: FileRef;
  /** The signed scan or electronically signed PDF, once attached. */
  readonly signedFile: FileRef | null;
  /** When it was first sent; null before. */
  readonly sentAt: Date | null;
}

/** A letter that somebody else wrote and signed. @beta */
export interface KeptLetter extends Pick<LetterRequest, 'key' | 'caseId' | 'template' | 'subject' | 'officeId' | 'about'> {
  /** The number that its writer gave it. */
  readonly number: string;
  /** The date that stands on it. */
  readonly date: Date;
  /** The signed letter, which is its PDF or scan and its signed copy in one. */
  readonly file: FileRef;
}

/** Which letters are meant: those of these cases that were drawn from one of these templates. @beta */
export interface LetterScope {
  /** Ids of cases. */
  readonly caseIds: readonly string[];
  /** Files of `letters/` without their ending. */
  readonly templates: readonly string[];
  /** Those of the templates that are drawn again when what they tell has changed: of the letters about one thing the newest alone is meant. Default: none. */
  readonly newestOf?: readonly string[];
}

/**
 * Letters: number from the office's register, PDF from the version's Handlebars template.
 *
 * @public
 * @example
 * const letter = await letters.render({ key: `receipt:${id}`, caseId, template: 'surat-tanda-terima', subject: 'Receipt', data: { nama: name } });
 */
export abstract class Letters {
  /** Draws a letter, or answers the one of this key. Not to be called inside a transaction: drawing takes tenths of a second. @throws when there is no such template, or it cannot be filled. */
  abstract render(request: LetterRequest): Promise<Letter>;
  /**
   * Draws a document that belongs to no case, as PDF. Nothing is numbered or kept: whoever asks again draws it again.
   *
   * @experimental
   * @throws a `Problem` where the published version has no such template; when it cannot be filled.
   */
  abstract draw(request: DocumentRequest): Promise<Buffer>;
  /** The letters of a case that are drawn, oldest first. */
  abstract ofCase(caseId: string, filter?: { template?: string; about?: string; officeId?: string }): Promise<Letter[]>;
  /** How many letters are drawn from each template, counted by the database at once; one without letters is not named. @beta */
  abstract counts(scope: LetterScope): Promise<Readonly<Record<string, number>>>;
  /** At most `limit` letters that are drawn, by id, which is the order in which they were asked for; those after the id `after`, or the first. @beta */
  abstract page(scope: LetterScope, after: string | null, limit: number): Promise<Letter[]>;
  /** Keeps the signed copy of a letter beside it. @throws `not-found` (404) for an unknown letter. */
  abstract attachSigned(letterId: string, file: FileRef): Promise<void>;
  /**
   * Keeps a letter that came from elsewhere, with its own number and date, beside those that were drawn. The same key is one letter.
   *
   * @beta
   * @example
   * const letter = await letters.keep({ key: `answer:${number}`, caseId, template: 'surat-jawaban', subject: 'Answer', number, date: new Date('2026-03-02'), file });
   */
  abstract keep(letter: KeptLetter): Promise<Letter>;
  /** Notes that it went out; the first time counts. A letter that was no office's is `officeId`'s from then on, with its files: it went there. */
  abstract markSent(letterId: string, officeId?: string): Promise<void>;
  /** The next number of a register (e.g. `tanda-terima`), given once per key. */
  abstract nextNumber(register: string, key: string): Promise<string>;
}

/** An entry of the audit trail. Written in the surrounding transaction; chained after commit. @public */
export interface AuditEvent {
  /** What was done, dotted: `dataset.published`. */
  readonly action: string;
  /** The case in which it was done. */
  readonly caseId?: string;
  /** The office that it concerns. */
  readonly officeId?: string;
  /** Id of what it was done to; 255 characters at most. */
  readonly subject?: string;
  /** Whatever else explains it, as plain JSON. No secrets. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * The audit trail: who did what, when. Entries are chained by hashes, so that a later change shows.
 *
 * @public
 * @example
 * await audit.write({ action: 'permit.granted', caseId, subject: permitId });
 */
export abstract class AuditLog {
  /** Adds an entry, with the time, the asker and the correlation id, in the surrounding transaction. */
  abstract write(event: AuditEvent): Promise<void>;
  /** Entries of one case, oldest first, for the archive. */
  abstract ofCase(caseId: string): Promise<Readonly<Record<string, unknown>>[]>;
}
