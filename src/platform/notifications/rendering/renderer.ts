import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DeadlineError, packageRoot, ThreadPool } from '../../kernel/index.js';

export interface PdfJob {
  readonly html: string;
  readonly layout: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly meta: { readonly title: string; readonly number: string; readonly author: string; readonly date: string };
}

export interface TextJob {
  readonly template: string;
  readonly context: Readonly<Record<string, unknown>>;
}

/** A template that could not be rendered: wrong, or too slow. */
export class RenderError extends Error {
  override readonly name = 'RenderError';
}

const DEADLINE = 30_000;
const MEMORY_MB = 768;

/**
 * Renders templates that administrators write, in a thread of its own: one that never ends, or eats memory, is
 * stopped and takes nothing with it. Jobs run one after the other. The thread is plain JavaScript, so that it starts
 * alike from source and from the build.
 */
@Injectable()
export class Renderer implements OnModuleDestroy {
  private readonly pool = new ThreadPool<object, unknown>({
    entry: pathToFileURL(join(packageRoot(), 'src/platform/notifications/rendering/render.worker.mjs')),
    size: 1,
    memoryMb: MEMORY_MB,
    env: {},
  });
  /** Milliseconds for one job. */
  deadline = DEADLINE;

  async pdf(job: PdfJob): Promise<Buffer> {
    return Buffer.from((await this.run({ kind: 'pdf', ...job })) as Uint8Array);
  }

  async text(job: TextJob): Promise<string> {
    return (await this.run({ kind: 'text', ...job })) as string;
  }

  onModuleDestroy(): Promise<void> {
    return this.pool.close();
  }

  private async run(job: object): Promise<unknown> {
    // Plain JSON: no prototypes, functions or dates reach the template.
    const plain = JSON.parse(JSON.stringify(job)) as object;
    try {
      return await this.pool.run(plain, this.deadline);
    } catch (error) {
      throw new RenderError(error instanceof DeadlineError ? `The template took longer than ${error.milliseconds} ms` : (error as Error).message);
    }
  }
}
