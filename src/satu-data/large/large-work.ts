import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pid } from 'node:process';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { FileStore, Transactions, type FileRef, type NewFile } from 'tertib';
import { ListedCodes } from '../analysis/listed-columns.service.js';
import { changesSince, type Changes, type Since } from '../changes/changes-since.js';
import type { Remeasured } from '../changes/remeasured.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { DeliveryTableEntity } from '../deliveries/delivery-table.entity.js';
import { OfficeRules } from '../rules/office-rules.service.js';
import { ScanProcess, writeRows, type Running, type ScanContext, type ScanJob } from '../verification/duckdb/index.js';
import type { VerificationContext } from '../verification/finding.js';
import type { Looked } from '../verification/looked.js';
import type { TableRow } from '../tables/index.js';
import { keptOf } from './kept.js';
import { LargeTableEntity } from './large-table.entity.js';
import type { LargeHead, LargeHidden, LargeShape, Taken } from './large.types.js';
import type { KeyedJob, KeyedRows } from './work/find-keyed.js';
import type { ProtectJob } from './work/protect.js';
import type { BeforeFile } from './work/sides.js';
import { asValues, asWritten } from './work/kept-values.js';
import { KEPT_NAME } from './work/take.js';

/** Where a kept table is, and how it lies there. */
export interface KeptTable {
  readonly keptFileId: string;
  readonly shape: LargeShape;
}

/** Rows in memory, or a kept file: what another table is compared with. */
export type Compared = Pick<DeliveryTableEntity, 'rows' | 'layout'> & { readonly kept: KeptTable | null };

/** The table that counted in the period before, and what that measured otherwise. */
export interface LastCompared extends Compared {
  readonly deliveryId: string;
  readonly remeasured: readonly Remeasured[];
}

export interface Comparisons extends Pick<VerificationContext, 'codes' | 'settings'> {
  readonly lastPeriod: LastCompared | null;
  readonly before: Compared | null;
}

/** Rows in memory at a time. */
const PAGE = 5_000;

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), `tertib-verify-${pid}-`));

/** Of each rule and column: more are counted. */
const LARGE_NAMED = 200;

/** What is done with a large table's files: each time in a folder of its own, by the process that has no part in answering anybody. */
@Injectable()
export class LargeWork {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Transactions,
    private readonly files: FileStore,
    private readonly process: ScanProcess,
    private readonly rules: OfficeRules,
    private readonly lists: ListedCodes,
  ) {}

  /** A delivered table as others are compared with it. */
  async compared(table: DeliveryTableEntity | null): Promise<Compared | null> {
    return table && { rows: table.rows, layout: table.layout, kept: await this.kept(table) };
  }

  /** Null where the rows are all of it. */
  async kept({ largeId }: Pick<DeliveryTableEntity, 'largeId'>): Promise<KeptTable | null> {
    return largeId ? keptOf(await this.database.read.findOneByOrFail(LargeTableEntity, { id: largeId })) : null;
  }

  /** Reads an upload and keeps its values as a file. @throws {UnreadableTable} */
  async take(dataset: DatasetEntity, upload: FileRef, lastYear: LastCompared | null, running: Running): Promise<Taken & { readonly keptFileId: string }> {
    return this.inFolder(async (folder) => {
      const csv = await this.copy(upload.id, join(folder, 'upload.csv'));
      const before = lastYear ? await this.beforeFile(folder, 'last-year', dataset, lastYear) : undefined;
      const { variables, rules, decimalMark } = dataset;
      const taken = await this.process.ask('take', { folder, csv, dataset: { variables, rules, decimalMark }, lastYear: before, remeasured: lastYear?.remeasured ?? [], signs: await this.rules.emptySigns(), listed: await this.lists.keys(dataset) }, running);
      const kept = await this.keep(join(folder, KEPT_NAME), { key: `large-table:${dataset.id}:${upload.id}`, name: `${dataset.slug}.parquet`, type: 'application/vnd.apache.parquet', officeId: dataset.officeId });
      return { ...taken, keptFileId: kept.id };
    });
  }

  async check({ variables, rules, decimalMark }: Pick<DatasetEntity, 'variables' | 'rules' | 'decimalMark'>, { keptFileId, shape }: KeptTable, { codes, settings, lastPeriod, before }: Comparisons, running: Running): Promise<Looked> {
    return this.inFolder(async (folder) => {
      const path = await this.copy(keptFileId, join(folder, KEPT_NAME));
      const context: ScanContext = { codes, settings, remeasured: lastPeriod?.remeasured, lastPeriod: await this.tableFile(folder, 'last-period', variables, lastPeriod), before: await this.tableFile(folder, 'before', variables, before) };
      const job: ScanJob = { dataset: { variables, rules }, file: asWritten(path, shape, decimalMark), layout: { source: 'csv', unreadable: [], rowNumbers: [], unknown: shape.unknown, ...(shape.remarks && { remarks: shape.remarks }), templateFits: true }, context, kept: LARGE_NAMED };
      return this.process.ask('scan', job, running);
    });
  }

  /** What differs between two deliveries of a data set. */
  async difference({ variables, rules }: Pick<DatasetEntity, 'variables' | 'rules'>, now: DeliveryTableEntity, before: DeliveryTableEntity, since: Since): Promise<Changes> {
    const dataset = { variables, rules };
    if (!now.largeId && !before.largeId) return changesSince(dataset, now, before, since);
    const [one, other] = await Promise.all([this.kept(now), this.kept(before)]);
    return this.inFolder(async (folder) =>
      this.process.ask('compare', { folder, dataset, since, now: await this.beforeFile(folder, 'now', dataset, { ...now, kept: one }), before: await this.beforeFile(folder, 'before', dataset, { ...before, kept: other }) }));
  }

  /** Some of its rows, by their numbers in the upload. */
  rows({ keptFileId, shape }: KeptTable, numbers: readonly number[]): Promise<LargeHead> {
    return this.inFolder(async (folder) => this.process.ask('rows', { path: await this.copy(keptFileId, join(folder, KEPT_NAME)), shape, numbers }));
  }

  /** All of them, some at a time. Its copy stays for as long as somebody reads, and others get their turn between two pages. */
  async *pages({ keptFileId, shape }: KeptTable): AsyncGenerator<readonly TableRow[]> {
    const folder = await newFolder();
    try {
      const path = await this.copy(keptFileId, join(folder, KEPT_NAME));
      for (let after: number | undefined = 0; after !== undefined; ) {
        const { rows, rowNumbers }: LargeHead = await this.process.ask('page', { path, shape, after, most: PAGE });
        if (rows.length > 0) yield rows;
        after = rows.length < PAGE ? undefined : rowNumbers.at(-1);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** A page of the rows that have certain keys. */
  keyed({ keptFileId, shape }: KeptTable, asked: Omit<KeyedJob, 'path' | 'shape'>): Promise<KeyedRows> {
    return this.inFolder(async (folder) => this.process.ask('keyed', { path: await this.copy(keptFileId, join(folder, KEPT_NAME)), shape, ...asked }));
  }

  /** What of it is not told when it is published. */
  protect({ keptFileId, shape }: KeptTable, asked: Omit<ProtectJob, 'path' | 'shape'>): Promise<LargeHidden> {
    return this.inFolder(async (folder) => this.process.ask('protect', { path: await this.copy(keptFileId, join(folder, KEPT_NAME)), shape, ...asked }));
  }

  /** All of it as the CSV that is published. */
  csv({ indicators, variables }: Pick<DatasetEntity, 'indicators' | 'variables'>, { keptFileId, shape }: KeptTable, columns: readonly string[], file: Omit<NewFile, 'content'>, running: Running = {}): Promise<FileRef> {
    return this.inFolder(async (folder) => {
      const to = join(folder, 'published.csv');
      await this.process.ask('export', { path: await this.copy(keptFileId, join(folder, KEPT_NAME)), shape, indicators, variables, columns, to }, running);
      return this.keep(to, file);
    });
  }

  /** A table to compare with, in a folder where a check is done. */
  async tableFile(folder: string, name: string, variables: DatasetEntity['variables'], table: Compared | null) {
    if (!table) return undefined;
    return table.kept ? asValues(await this.copy(table.kept.keptFileId, join(folder, `${name}.parquet`)), table.kept.shape) : writeRows(folder, `${name}.csv`, variables, table.rows);
  }

  /** One after the other, as the process does them: those that wait have no copy yet. */
  private inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const result = this.last.then(() => this.alone(work));
    this.last = result.catch(() => undefined);
    return result;
  }

  private async alone<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = await newFolder();
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async beforeFile(folder: string, name: string, { variables }: Pick<DatasetEntity, 'variables'>, { kept, rows, layout }: Compared): Promise<BeforeFile> {
    if (kept) return { path: await this.copy(kept.keptFileId, join(folder, `${name}.parquet`)), shape: kept.shape };
    return { file: await writeRows(folder, `${name}.csv`, variables, rows, layout.unreadable) };
  }

  private async copy(fileId: string, to: string): Promise<string> {
    await pipeline(await this.files.stream(fileId), createWriteStream(to));
    return to;
  }

  private keep(path: string, file: Omit<NewFile, 'content'>): Promise<FileRef> {
    return this.files.put({ ...file, content: createReadStream(path) });
  }
}
