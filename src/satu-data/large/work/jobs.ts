import type { Changes } from '../../changes/changes-since.js';
import { compareTables, type CompareJob } from './compare.js';
import { exportCsv, type ExportJob } from './export-csv.js';
import { findKeyed, type KeyedJob, type KeyedRows } from './find-keyed.js';
import { findPage, type PageJob } from './find-page.js';
import { findRows, type RowsJob } from './find-rows.js';
import { protectTable, type ProtectJob } from './protect.js';
import { take, type TakeJob } from './take.js';
import type { LargeHead, LargeHidden, Taken } from '../large.types.js';

/** What the process of large tables does beside checking them. */
export interface LargeJobs {
  readonly take: { readonly job: TakeJob; readonly result: Taken };
  readonly compare: { readonly job: CompareJob; readonly result: Changes };
  readonly rows: { readonly job: RowsJob; readonly result: LargeHead };
  readonly page: { readonly job: PageJob; readonly result: LargeHead };
  readonly keyed: { readonly job: KeyedJob; readonly result: KeyedRows };
  readonly protect: { readonly job: ProtectJob; readonly result: LargeHidden };
  readonly export: { readonly job: ExportJob; readonly result: void };
}

type Progress = (fraction: number) => void;

export const LARGE_JOBS: { readonly [K in keyof LargeJobs]: (job: LargeJobs[K]['job'], progress: Progress) => Promise<LargeJobs[K]['result']> } = { take, compare: compareTables, rows: findRows, page: findPage, keyed: findKeyed, protect: protectTable, export: exportCsv };
