/* oxlint-disable unicorn/require-post-message-target-origin -- the port of a thread, not a window */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { packageRoot } from '../../kernel/index.js';

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
  private worker: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();
  /** Milliseconds for one job. */
  deadline = DEADLINE;

  async pdf(job: PdfJob): Promise<Buffer> {
    return Buffer.from((await this.enqueue({ kind: 'pdf', ...job })) as Uint8Array);
  }

  async text(job: TextJob): Promise<string> {
    return (await this.enqueue({ kind: 'text', ...job })) as string;
  }

  async onModuleDestroy(): Promise<void> {
    await this.last.catch(() => undefined);
    await this.worker?.terminate();
  }

  private enqueue(job: object): Promise<unknown> {
    // Plain JSON: no prototypes, functions or dates reach the template.
    const plain: unknown = JSON.parse(JSON.stringify(job));
    const result = this.last.then(() => this.run(plain));
    this.last = result.catch(() => undefined);
    return result;
  }

  private run(job: unknown): Promise<unknown> {
    const worker = (this.worker ??= this.start());
    return new Promise((resolve, reject) => {
      const finish = (end: () => void) => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
        end();
      };
      const giveUp = (reason: string) =>
        finish(() => {
          this.worker = undefined;
          worker.on('error', () => undefined);
          void worker.terminate();
          reject(new RenderError(reason));
        });
      const onMessage = ({ error, result }: { error?: string; result?: unknown }) => finish(() => (error === undefined ? resolve(result) : reject(new RenderError(error))));
      const onError = (error: Error) => giveUp(error.message);
      const onExit = () => giveUp('The rendering thread ended');
      const timer = setTimeout(() => giveUp(`The template took longer than ${this.deadline} ms`), this.deadline);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.ref();
      worker.postMessage(job);
    });
  }

  private start(): Worker {
    const entry = join(packageRoot(), 'src/platform/notifications/rendering/render.worker.mjs');
    return new Worker(entry, { env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
  }
}
