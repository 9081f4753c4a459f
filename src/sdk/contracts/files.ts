import type { Readable } from 'node:stream';

/** A stored file as forms and handlers hold it. Size in bytes, hash in lower-case hex. @public */
export interface FileRef {
  /** Its id, a UUID. */
  readonly id: string;
  /** As people see it: without folders and control characters. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Media type as found in the content, not as claimed. */
  readonly type: string;
  /** Of the content, 64 characters of lower-case hex. */
  readonly sha256: string;
}

/** What a new file is and who may see it. @public */
export interface NewFile {
  /** As people see it; folders and control characters are taken out. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** The bytes; of a large file, the stream that gives them, so that they are never in memory at once. */
  readonly content: Buffer | Readable;
  /** The case that it belongs to. */
  readonly caseId?: string;
  /** The office that owns it; people of producers see only their own office's files. */
  readonly officeId?: string;
  /** The same key stores the file once and answers the first one's reference from then on. */
  readonly key?: string;
}

/**
 * Files, content-addressed on disk, their records in the database.
 *
 * @public
 * @example
 * const file = await files.put({ name: 'rows.csv', type: 'text/csv', content, caseId, key: task.idempotencyKey('rows') });
 */
export abstract class FileStore {
  /** Stores a file, on disk before its record in the surrounding transaction. */
  abstract put(file: NewFile): Promise<FileRef>;
  /** The record of a file, whoever asks. @throws `not-found` (404) when no such file exists. */
  abstract get(id: string): Promise<FileRef>;
  /** The records of several files at once, in any order; one that does not exist is left out. @beta */
  abstract all(ids: readonly string[]): Promise<FileRef[]>;
  /** All bytes at once. @throws when no such file exists. */
  abstract read(id: string): Promise<Buffer>;
  /** The bytes as they are read. @throws when no such file exists. */
  abstract stream(id: string): Promise<Readable>;
  /** All files of one case, oldest first. */
  abstract ofCase(caseId: string): Promise<FileRef[]>;
}

/** Files as the person who is asking may see them. @public */
export abstract class FileAccess {
  /** The record of a file. @throws `not-found` (404) where it does not exist or is not the asker's to read; the latter is audited. */
  abstract readable(id: string): Promise<FileRef>;
}
