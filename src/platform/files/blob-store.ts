import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AppConfig } from '../kernel/index.js';

const DAY = 24 * 60 * 60 * 1000;

export interface Blob {
  readonly sha256: string;
  readonly size: number;
}

/** Contents on disk, each under its own hash: written beside, made durable, then renamed, so that none is ever half there. */
@Injectable()
export class BlobStore implements OnModuleInit {
  private readonly root: string;
  /** Where uploads arrive; on the same disk, so that renaming is atomic. */
  readonly incoming: string;

  constructor(config: AppConfig) {
    this.root = join(config.dataDir, 'files');
    this.incoming = join(this.root, 'incoming');
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.incoming, { recursive: true });
    await this.sweep();
  }

  path(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a hash');
    return join(this.root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  async write(content: Buffer | Readable): Promise<Blob> {
    const temporary = join(this.incoming, uuidv7());
    try {
      await pipeline(content instanceof Readable ? content : Readable.from([content]), createWriteStream(temporary, { flags: 'wx' }));
      return await this.adopt(temporary);
    } finally {
      // Adopted it is gone; what broke off leaves nothing behind.
      await rm(temporary, { force: true });
    }
  }

  /** Takes over a file of the `incoming` folder. */
  async adopt(temporary: string): Promise<Blob> {
    const blob = await hashOf(temporary);
    const target = this.path(blob.sha256);
    const known = await stat(target).catch(() => null);
    if (known?.size === blob.size) {
      await rm(temporary, { force: true });
      return blob;
    }
    await mkdir(dirname(target), { recursive: true });
    await sync(temporary);
    await rename(temporary, target);
    await sync(dirname(target));
    return blob;
  }

  /** Uploads that a crash left behind. */
  private async sweep(): Promise<void> {
    for (const name of await readdir(this.incoming)) {
      const path = join(this.incoming, name);
      const found = await stat(path).catch(() => null);
      if (found && Date.now() - found.mtimeMs > DAY) await rm(path, { force: true });
    }
  }
}

async function hashOf(path: string): Promise<Blob> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer);
    size += (chunk as Buffer).length;
  }
  return { sha256: hash.digest('hex'), size };
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
