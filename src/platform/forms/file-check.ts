import { Injectable } from '@nestjs/common';
import type { FileRef } from '../../sdk/index.js';
import { FileEntity, FilesService } from '../files/index.js';

/** Which of the named files exist and may be read by the asker. What a form says of a file is compared with this. */
export abstract class FileCheck {
  abstract known(ids: readonly string[]): Promise<readonly FileRef[]>;
}

@Injectable()
export class ReadableFiles extends FileCheck {
  constructor(private readonly files: FilesService) {
    super();
  }

  async known(ids: readonly string[]): Promise<readonly FileRef[]> {
    const found: FileRef[] = [];
    for (const id of ids) {
      const file = await this.files.readable(id).catch(() => null);
      if (file) found.push(FileEntity.toRef(file));
    }
    return found;
  }
}
