import type { Readable } from 'node:stream';

/** A stored file as forms and handlers hold it. Size in bytes, hash in lower-case hex. */
export interface FileRef {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** Media type as found in the content, not as claimed. */
  readonly type: string;
  readonly sha256: string;
}

/** What a new file is and who may see it. */
export interface NewFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
  /** The case that it belongs to. */
  readonly caseId?: string;
  /** The office that owns it; people of producers see only their own office's files. */
  readonly officeId?: string;
  /** The same key stores the file once and answers the first one's reference from then on. */
  readonly key?: string;
}

/** Files, content-addressed on disk, their records in the database. */
export abstract class FileStore {
  abstract put(file: NewFile): Promise<FileRef>;
  /** @throws when no such file exists. */
  abstract get(id: string): Promise<FileRef>;
  abstract read(id: string): Promise<Buffer>;
  abstract stream(id: string): Promise<Readable>;
  /** All files of one case, oldest first. */
  abstract ofCase(caseId: string): Promise<FileRef[]>;
}

/** Files as the person who is asking may see them. */
export abstract class FileAccess {
  /** @throws "not found" where it does not exist or is not the asker's to read; the latter is audited. */
  abstract readable(id: string): Promise<FileRef>;
}
