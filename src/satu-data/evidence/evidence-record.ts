import { createHash } from 'node:crypto';

/** A file that was stored when it came to be. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
}

/** Something that the procedure recorded. Its file is the one that was stored with it, else `content` as JSON. */
export interface EvidenceRecord {
  readonly id: string;
  readonly title: string;
  readonly at: Date | null;
  readonly officeId: string | null;
  /** Where the admin shows it, below `/admin`. */
  readonly link: string | null;
  readonly file: StoredFile | null;
  readonly content: Readonly<Record<string, unknown>>;
}

export interface EvidenceFile {
  readonly name: string;
  readonly sha256: string;
  /** The bytes, where no file was stored. */
  readonly content: Buffer | null;
  readonly fileId: string | null;
}

/** The same record is the same bytes, so that its hash identifies it. */
export function fileOf({ id, file, content }: EvidenceRecord): EvidenceFile {
  if (file) return { name: file.name, sha256: file.sha256, content: null, fileId: file.id };
  const bytes = Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
  return { name: `${id}.json`, sha256: createHash('sha256').update(bytes).digest('hex'), content: bytes, fileId: null };
}
