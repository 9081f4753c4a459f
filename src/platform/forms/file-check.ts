import { Injectable } from '@nestjs/common';
import { FileStore, type FileRef } from '../../sdk/index.js';

/** Which of the named files exist and may be used by the asker. What a form says of a file is compared with this. */
export abstract class FileCheck {
  abstract known(ids: readonly string[]): Promise<readonly FileRef[]>;
}

@Injectable()
export class FileStoreCheck extends FileCheck {
  constructor(private readonly files: FileStore) {
    super();
  }

  async known(ids: readonly string[]): Promise<readonly FileRef[]> {
    const found = await Promise.all(ids.map((id) => this.files.get(id).catch(() => null)));
    return found.filter((file) => file !== null);
  }
}
