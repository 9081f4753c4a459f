import { dirname } from 'node:path';
import type { Described, Finding } from '../finding.js';
import { Sheet } from '../finding.js';
import { checkColumns } from '../check-columns.js';
import { byPlace } from '../verify.js';
import { withDatabase, type Database } from './database.js';
import { KEPT, type Cut } from './faults.js';
import { codeTypes, loadTable } from './load-table.js';
import { Scan, type FileLayout, type ScanContext } from './scan.js';
import { scanCells } from './scan-cells.js';
import { scanChange } from './scan-change.js';
import { scanGrid } from './scan-grid.js';
import { scanKey } from './scan-key.js';
import { scanOutliers } from './scan-outliers.js';
import { scanSum } from './scan-sum.js';
import type { TableFile } from './table-file.js';

export interface ScanResult {
  readonly findings: Finding[];
  /** Where more cells were wrong than are named. */
  readonly cuts: readonly Cut[];
  readonly rows: number;
}

export interface ScanOptions {
  readonly kept?: number;
  readonly signal?: AbortSignal | undefined;
  /** How far it is, from 0 to 1. */
  readonly progress?: (fraction: number) => void;
}

/** `verify` for a table of any size: the same findings, in the same order, by DuckDB over a file. What it compares with stands in the same folder. */
export function scanTable(dataset: Described, file: TableFile, layout: FileLayout, context: ScanContext, { kept = KEPT, signal, progress }: ScanOptions = {}): Promise<ScanResult> {
  return withDatabase(dirname(file.path), signal, async (database) => {
    const scan = new Scan(database, file, dataset, context, layout, kept);
    const steps = [() => scanCells(scan), () => scanKey(scan), ...rules(scan), () => scanChange(scan)];
    const rows = await load(scan, database);
    progress?.(1 / 2);
    checkTable(scan, rows);
    for (const [index, step] of steps.entries()) {
      await step();
      progress?.((1 + (index + 1) / steps.length) / 2);
    }
    return { findings: scan.findings.sort(byPlace), cuts: scan.cuts, rows };
  });
}

async function load(scan: Scan, database: Database): Promise<number> {
  if (scan.columns.length === 0) {
    await database.run('CREATE TABLE cells (n INTEGER)');
    return 0;
  }
  for (const type of codeTypes(scan.columns, scan.context)) await database.run(type);
  await database.run(loadTable(scan.file, scan.columns, scan.context));
  await database.run(`DELETE FROM cells WHERE ${scan.columns.map(({ value }) => `${value} IS NULL`).join(' AND ')}`);
  const [{ count } = { count: 0 }] = await database.rows<{ count: number }>('SELECT count(*)::INTEGER AS count FROM cells');
  return count;
}

/** What is said of the table as a whole needs no row. */
function checkTable(scan: Scan, rows: number): void {
  const columns = Object.fromEntries(scan.columns.map(({ variable: { name } }) => [name, '']));
  const table = { rows: rows === 0 ? [] : [{}], layout: { ...scan.layout, source: 'csv' as const, columns } };
  const sheet = new Sheet(scan.dataset, table, { regions: {} });
  checkColumns(sheet);
  scan.findings.push(...sheet.findings);
}

const rules = (scan: Scan): (() => Promise<void>)[] =>
  scan.dataset.rules.map((rule) => () => (rule.kind === 'sum' ? scanSum(scan, rule) : rule.kind === 'grid' ? scanGrid(scan, rule) : scanOutliers(scan, rule)));
