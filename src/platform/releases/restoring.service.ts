import { Injectable } from '@nestjs/common';
import { Transactions } from '../../sdk/index.js';
import { releaseBy, resourcesOf } from './bundle.js';
import { BundleImport } from './bundles/bundle-import.service.js';
import { Publishing } from './publishing.service.js';
import type { ReleaseEntity } from './release.entity.js';

/** Brings an old version back as a new one: history only grows. */
@Injectable()
export class Restoring {
  constructor(
    private readonly transactions: Transactions,
    private readonly imports: BundleImport,
    private readonly publishing: Publishing,
  ) {}

  /**
   * What has come since stays as a file, used by nothing that comes back.
   *
   * @throws not found; 409 where nothing differs, or somebody's unpublished work would go along; 422 where the old version no longer fits the application.
   */
  async restore(which: string, reason: string): Promise<ReleaseEntity> {
    const old = await releaseBy(this.transactions.read, which);
    await this.imports.take(await resourcesOf(this.transactions.read, old), { overwrite: false, publishable: true, prune: false });
    return this.publishing.publish(reason, { restoredVersion: old.version });
  }
}
