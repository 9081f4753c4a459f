import { rm, stat } from 'node:fs/promises';
import { Injectable, Optional } from '@nestjs/common';
import { Asker, AuditLog, FileAccess, Problem, Transactions, type FileRef, type Principal } from '../../sdk/index.js';
import { BlobStore } from './blob-store.js';
import type { FileEntity } from './file.entity.js';
import { LocalFileStore } from './file-store.service.js';
import { safeFileName } from './file-name.js';
import { detectType } from './file-type.js';
import { UploadPlaces, type UploadPlace } from './upload-places.js';
import { assertSize } from './upload-size.js';

export interface Upload extends UploadPlace {
  /** Where the HTTP layer put it, inside `incoming`. */
  readonly path: string;
  readonly claimedName: string;
}

/** Files as people send and fetch them: who may, and what is let in. */
@Injectable()
export class FilesService extends FileAccess {
  constructor(
    private readonly store: LocalFileStore,
    private readonly blobs: BlobStore,
    private readonly transactions: Transactions,
    private readonly asker: Asker,
    private readonly audit: AuditLog,
    @Optional() private readonly places?: UploadPlaces,
  ) {
    super();
  }

  async upload({ path, claimedName, caseId, taskId }: Upload): Promise<FileRef> {
    const asker = this.asker.required();
    try {
      await this.assertVisible({ caseId, taskId });
      const name = safeFileName(claimedName);
      const type = await detectType(path, name);
      assertSize(type, (await stat(path)).size);
      const blob = await this.blobs.adopt(path);
      const officeId = isOutsider(asker) ? (asker.officeId ?? undefined) : undefined;
      return await this.transactions.tx(async () => {
        const ref = await this.store.record(blob, { name, type, userId: asker.id, ...(caseId && { caseId }), ...(officeId && { officeId }) });
        await this.audit.write({ action: 'file.uploaded', subject: ref.id, ...(caseId && { caseId }), ...(officeId && { officeId }), detail: { name, type, sha256: ref.sha256, size: ref.size } });
        return ref;
      });
    } finally {
      await rm(path, { force: true });
    }
  }

  /** Where nobody knows cases and tasks, none can be named. */
  private async assertVisible(place: UploadPlace): Promise<void> {
    if (this.places) await this.places.assertVisible(place);
    else if (place.caseId || place.taskId) throw Problem.notFound();
  }

  /** The record of a file that the asker may read. @throws not found, also for another office's; that is audited. */
  async readable(id: string): Promise<FileEntity> {
    const asker = this.asker.required();
    const file = await this.store.find(id);
    if (!file) throw Problem.notFound();
    const own = file.userId === asker.id || (file.officeId !== null && file.officeId === asker.officeId);
    if (isOutsider(asker) && !own) {
      await this.transactions.tx(() => this.audit.write({ action: 'file.denied', subject: id }));
      throw Problem.notFound();
    }
    return file;
  }
}

/** Of a producer or the statistics office: they read their own office's files, and those of letters to it. */
const isOutsider = ({ officeKind }: Principal): boolean => officeKind === 'produsen' || officeKind === 'bps';
