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

type Process = JobRunner<Asked, ScanAnswer>;
type Options = Pick<ScanOptions, 'signal' | 'progress'>;

const newProcess = (): Process => new JobRunner({ place: inProcess, entry: new URL('./scan.worker.js', import.meta.url) });

/**
 * Reads and checks large tables one after the other, in a process of its own and of low priority: DuckDB would otherwise share its threads with
 * everybody's requests, and its memory is given back only with the process. Whoever stops a check ends the process. A second one checks the tables that
 * are whole in memory: these take seconds and somebody waits for them, who would otherwise wait for minutes of another's large table as well.
 */
@Injectable()
export class ScanProcess implements OnModuleDestroy {
  private readonly process = newProcess();
  private readonly awaited = newProcess();

  /** The check that somebody waits for. */
  async scan(job: ScanJob, options: Options = {}): Promise<ScanResult> {
    return (await answer(this.awaited, { kind: 'scan', job }, options)) as ScanResult;
  }

  /** @throws {UnreadableTable} for a file that is no table. */
  async ask<K extends keyof TableJobs>(kind: K, job: TableJobs[K]['job'], options: Options = {}): Promise<TableJobs[K]['result']> {
    return (await answer(this.process, { kind, job } as Asked, options)) as TableJobs[K]['result'];
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.process.close(), this.awaited.close()]);
  }
}

async function answer(process: Process, asked: Asked, options: Options): Promise<unknown> {
  const said = await process.run(asked, options).catch((error: unknown) => {
    throw error instanceof JobGivenUp ? new Error(`The process that checks large tables ended before its answer (${error.by}); the check begins anew with the next try`) : error;
  });
  if ('result' in said) return said.result;
  throw 'unreadable' in said ? new UnreadableTable(said.unreadable) : new Error(said.error);
}
