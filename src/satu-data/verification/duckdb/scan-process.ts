import type { ChildProcess } from 'node:child_process';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Text } from 'tertib';
import type { LargeJobs } from '../../large/work/jobs.js';
import { keeps, startChild } from '../../shared/job-place.js';
import { UnreadableTable } from '../../tables/table.types.js';
import type { Described } from '../finding.js';
import type { FileLayout, ScanContext } from './scan.js';
import type { ScanOptions, ScanResult } from './scan-table.js';
import type { TableFile } from './table-file.js';

/** One check, as the process is asked for it. */
export interface ScanJob {
  readonly dataset: Described;
  readonly file: TableFile;
  readonly layout: FileLayout;
  readonly context: ScanContext;
  readonly kept?: number | undefined;
}

/** What the process can be asked for. */
export interface TableJobs extends LargeJobs {
  readonly scan: { readonly job: ScanJob; readonly result: ScanResult };
}
export type Asked = { readonly [K in keyof TableJobs]: { readonly kind: K; readonly job: TableJobs[K]['job'] } }[keyof TableJobs];

/** What the process says of its work. */
export type ScanAnswer = { readonly progress: number } | { readonly result: unknown } | { readonly unreadable: Text } | { readonly error: string };

/** It holds some ten MB while it waits for the next table. */
const IDLE_MS = 60_000;

/**
 * Reads and checks large tables one after the other, in a process of its own and of low priority: DuckDB would otherwise share its threads with
 * everybody's requests, and its memory is given back only with the process. Whoever stops a check ends the process.
 */
@Injectable()
export class ScanProcess implements OnModuleDestroy {
  private child: ChildProcess | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  scan(job: ScanJob, options: Pick<ScanOptions, 'signal' | 'progress'> = {}): Promise<ScanResult> {
    return this.ask('scan', job, options);
  }

  /** @throws {UnreadableTable} for a file that is no table. */
  ask<K extends keyof TableJobs>(kind: K, job: TableJobs[K]['job'], options: Pick<ScanOptions, 'signal' | 'progress'> = {}): Promise<TableJobs[K]['result']> {
    const result = this.last.then(() => this.run({ kind, job } as Asked, options)) as Promise<TableJobs[K]['result']>;
    this.last = result.catch(() => undefined);
    return result;
  }

  async onModuleDestroy(): Promise<void> {
    await this.last;
    this.end();
  }

  private run(asked: Asked, { signal, progress }: Pick<ScanOptions, 'signal' | 'progress'>): Promise<unknown> {
    signal?.throwIfAborted();
    clearTimeout(this.idle);
    const child = (this.child ??= startChild(new URL('./scan.worker.js', import.meta.url)));
    return new Promise((resolve, reject) => {
      const finish = (end: () => void) => {
        child.off('message', onMessage).off('exit', onExit).off('error', onError);
        signal?.removeEventListener('abort', onAbort);
        keeps(child, false);
        end();
        this.idle = setTimeout(() => this.end(), IDLE_MS).unref();
      };
      const fail = (reason: unknown) => finish(() => { this.end(); reject(reason); });
      const onAbort = () => fail(signal?.reason);
      const onError = (error: Error) => fail(error);
      const onExit = (code: number | null, by: NodeJS.Signals | null) => fail(new Error(`The process that checks large tables ended before its answer (${by ?? `code ${code}`}); the check begins anew with the next try`));
      const onMessage = (answer: ScanAnswer) => {
        if ('progress' in answer) return progress?.(answer.progress);
        finish(() => ('result' in answer ? resolve(answer.result) : reject('unreadable' in answer ? new UnreadableTable(answer.unreadable) : new Error(answer.error))));
      };
      child.on('message', onMessage).on('exit', onExit).on('error', onError);
      signal?.addEventListener('abort', onAbort);
      keeps(child, true);
      child.send(asked, (error) => error && onError(error));
    });
  }

  private end(): void {
    clearTimeout(this.idle);
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }
}
