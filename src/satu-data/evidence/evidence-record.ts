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
  /** What takes long is read when its file is. */
  readonly content: Content | (() => Promise<Content>);
}

type Content = Readonly<Record<string, unknown>>;

export interface EvidenceFile {
  readonly name: string;
  readonly sha256: string;
  /** The bytes, where no file was stored. */
  readonly content: Buffer | null;
  readonly fileId: string | null;
}

/** The file as lists name it; without a hash where it is not written yet. */
export const namedFile = async (record: EvidenceRecord): Promise<{ readonly name: string; readonly sha256: string | null }> =>
  typeof record.content === 'function' ? { name: record.file?.name ?? nameOf(record), sha256: record.file?.sha256 ?? null } : fileOf(record);

const nameOf = ({ id }: EvidenceRecord): string => `${id}.json`;

/** The same record is the same bytes, so that its hash identifies it. */
export async function fileOf(record: EvidenceRecord): Promise<EvidenceFile> {
  const { file, content } = record;
  if (file) return { name: file.name, sha256: file.sha256, content: null, fileId: file.id };
  const bytes = Buffer.from(`${JSON.stringify(typeof content === 'function' ? await content() : content, null, 2)}\n`);
  return { name: nameOf(record), sha256: createHash('sha256').update(bytes).digest('hex'), content: bytes, fileId: null };
}
