import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Text } from 'tertib';
import type { LargeJobs } from '../../large/work/jobs.js';
import { inProcess } from '../../shared/job-place.js';
import { JobGivenUp, JobRunner } from '../../shared/job-runner.js';
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

/** What the process answers. */
export type ScanAnswer = { readonly result: unknown } | { readonly unreadable: Text } | { readonly error: string };

/**
 * Reads and checks large tables one after the other, in a process of its own and of low priority: DuckDB would otherwise share its threads with
 * everybody's requests, and its memory is given back only with the process. Whoever stops a check ends the process.
 */
@Injectable()
export class ScanProcess implements OnModuleDestroy {
  private readonly process = new JobRunner<Asked, ScanAnswer>({ place: inProcess, entry: new URL('./scan.worker.js', import.meta.url) });

  scan(job: ScanJob, options: Pick<ScanOptions, 'signal' | 'progress'> = {}): Promise<ScanResult> {
    return this.ask('scan', job, options);
  }

  /** @throws {UnreadableTable} for a file that is no table. */
  async ask<K extends keyof TableJobs>(kind: K, job: TableJobs[K]['job'], options: Pick<ScanOptions, 'signal' | 'progress'> = {}): Promise<TableJobs[K]['result']> {
    const said = await this.process.run({ kind, job } as Asked, options).catch((error: unknown) => {
      throw error instanceof JobGivenUp ? new Error(`The process that checks large tables ended before its answer (${error.by}); the check begins anew with the next try`) : error;
    });
    if ('result' in said) return said.result as TableJobs[K]['result'];
    throw 'unreadable' in said ? new UnreadableTable(said.unreadable) : new Error(said.error);
  }

  async onModuleDestroy(): Promise<void> {
    await this.process.close();
  }
}
