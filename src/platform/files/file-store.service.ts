import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock, FileStore, Problem, Transactions, type FileRef, type NewFile } from '../../sdk/index.js';
import { BlobStore, type Blob } from './blob-store.js';
import { FileEntity } from './file.entity.js';
import { safeFileName } from './file-name.js';

export interface FileRecord extends Omit<NewFile, 'content'> {
  readonly userId?: string;
}

/** Files in the data folder, their records in the database. */
@Injectable()
export class LocalFileStore extends FileStore {
  constructor(
    private readonly transactions: Transactions,
    private readonly blobs: BlobStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  async put(file: NewFile): Promise<FileRef> {
    const known = file.key === undefined ? null : await this.transactions.read.findOneBy(FileEntity, { key: file.key });
    if (known) return FileEntity.toRef(known);
    return this.record(await this.blobs.write(file.content), file);
  }

  /** Writes the record of a content that is durable already. */
  async record(blob: Blob, file: FileRecord): Promise<FileRef> {
    const id = uuidv7();
    return this.transactions.tx(async (db) => {
      const { caseId = null, officeId = null, userId = null, key = null, type } = file;
      const row = { id, key, name: safeFileName(file.name), type, ...blob, caseId, officeId, userId, createdAt: this.clock.now() };
      await db.createQueryBuilder().insert().into(FileEntity).values(row).orIgnore().execute();
      return FileEntity.toRef(await db.findOneByOrFail(FileEntity, key === null ? { id } : { key }));
    });
  }

  /** Gives files that are no office's to one, which reads them from now on. */
  async give(ids: readonly string[], officeId: string): Promise<void> {
    await this.transactions.tx((db) => db.update(FileEntity, { id: In([...ids]), officeId: IsNull() }, { officeId }));
  }

  /** The whole record, for whoever decides about access. */
  async find(id: string): Promise<FileEntity | null> {
    return this.transactions.read.findOneBy(FileEntity, { id });
  }

  async get(id: string): Promise<FileRef> {
    return FileEntity.toRef(await this.required(id));
  }

  async all(ids: readonly string[]): Promise<FileRef[]> {
    const rows = ids.length === 0 ? [] : await this.transactions.read.findBy(FileEntity, { id: In([...new Set(ids)]) });
    return rows.map((row) => FileEntity.toRef(row));
  }

  async read(id: string): Promise<Buffer> {
    return readFile(this.blobs.path((await this.required(id)).sha256));
  }

  async stream(id: string): Promise<Readable> {
    return createReadStream(this.blobs.path((await this.required(id)).sha256));
  }

  async ofCase(caseId: string): Promise<FileRef[]> {
    const rows = await this.transactions.read.find(FileEntity, { where: { caseId }, order: { createdAt: 'ASC', id: 'ASC' } });
    return rows.map((row) => FileEntity.toRef(row));
  }

  private async required(id: string): Promise<FileEntity> {
    const found = await this.find(id);
    if (!found) throw Problem.notFound();
    return found;
  }
}
