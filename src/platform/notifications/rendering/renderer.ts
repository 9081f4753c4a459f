import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Language } from '../../../sdk/index.js';
import { DeadlineError, packageRoot, ThreadPool } from '../../kernel/index.js';

export interface PdfJob {
  readonly html: string;
  readonly layout: string;
  readonly context: Readonly<Record<string, unknown>>;
  readonly meta: { readonly title: string; readonly number: string; readonly author: string; readonly date: string; readonly language: Language };
}

export interface TextJob {
  readonly template: string;
  readonly context: Readonly<Record<string, unknown>>;
}

/** A thing on a page, as rendering/picture.mjs has it. */
export type Mark =
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly width: number; readonly size: number; readonly bold: boolean; readonly italic: boolean; readonly underline: boolean; readonly color: string; readonly text: string }
  | { readonly kind: 'line'; readonly x: number; readonly y: number; readonly x2: number; readonly y2: number; readonly width: number; readonly color: string }
  | { readonly kind: 'area'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly color: string }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly size: number; readonly color: string }
  | { readonly kind: 'image'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly source: string };

export interface PagePicture {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** A letter with its first pages as they look, of `total`. */
export interface Pictures {
  readonly pdf: Buffer;
  readonly pages: readonly PagePicture[];
  readonly total: number;
}

/** A template that could not be rendered: wrong, or too slow. */
export class RenderError extends Error {
  override readonly name = 'RenderError';

  constructor(
    message: string,
    /** It had its time, and was not done. */
    readonly tooSlow = false,
  ) {
    super(message);
  }
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

  async text(job: TextJob, signal?: AbortSignal): Promise<string> {
    return (await this.run({ kind: 'text', ...job }, signal)) as string;
  }

  async pictures(job: PdfJob, signal?: AbortSignal): Promise<Pictures> {
    const { pdf, ...pages } = (await this.run({ kind: 'pictures', ...job }, signal)) as Pictures;
    return { ...pages, pdf: Buffer.from(pdf) };
  }

  onModuleDestroy(): Promise<void> {
    return this.pool.close();
  }

  private async run(job: object, signal?: AbortSignal): Promise<unknown> {
    // Plain JSON: no prototypes, functions or dates reach the template.
    const plain = JSON.parse(JSON.stringify(job)) as object;
    try {
      return await this.pool.run(plain, this.deadline, signal);
    } catch (error) {
      throw error instanceof DeadlineError ? new RenderError(`The template took longer than ${error.milliseconds} ms`, true) : new RenderError((error as Error).message);
    }
  }
}

const PREVIEW_DEADLINE = 10_000;

/** With a thread of its own: what somebody tries out while writing must not hold up the letters of cases. */
@Injectable()
export class PreviewRenderer extends Renderer {
  override deadline = PREVIEW_DEADLINE;
}
