import { dirname } from 'node:path';
import type { Rule } from '../../datasets/dataset.types.js';
import type { Described, Finding } from '../finding.js';
import type { Looked } from '../looked.js';
import { Sheet } from '../finding.js';
import { checkColumns } from '../check-columns.js';
import { byPlace } from '../verify.js';
import { withDatabase } from './database.js';
import { FAULT, KEPT } from './faults.js';
import { codeTypes, loadTable, wrongRows } from './load-table.js';
import { Scan, type FileLayout, type ScanContext } from './scan.js';
import { scanCells } from './scan-cells.js';
import { scanChange } from './scan-change.js';
import { scanCompare } from './scan-compare.js';
import { scanContributors } from './scan-contributors.js';
import { scanGrid } from './scan-grid.js';
import { scanKey } from './scan-key.js';
import { scanOutliers } from './scan-outliers.js';
import { scanSum } from './scan-sum.js';
import { scanWholes } from './scan-wholes.js';
import type { TableFile } from './table-file.js';

export interface ScanResult extends Looked {
  readonly findings: Finding[];
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
    const scan = await loaded((wide) => new Scan(database, file, dataset, context, layout, kept, wide));
    const steps = [() => scanCells(scan), () => scanKey(scan), ...rules(scan), () => scanWholes(scan), () => scanOutliers(scan, scan.dataset.rules.filter((rule) => rule.kind === 'outlier')), () => scanContributors(scan), () => scanChange(scan)];
    const rows = await countRows(scan);
    progress?.(1 / 2);
    checkTable(scan, rows);
    for (const [index, step] of steps.entries()) {
      await step();
      progress?.((1 + (index + 1) / steps.length) / 2);
    }
    return { findings: scan.findings.sort(byPlace((column) => scan.letter(column))), cuts: scan.cuts, judged: scan.judged, rows };
  });
}

/** The cells in DuckDB; once more, where a column has a value that its type cannot hold, with that column as text. */
async function loaded(scanOf: (wide: ReadonlySet<string>) => Scan): Promise<Scan> {
  const scan = scanOf(new Set());
  for (const type of codeTypes(scan.columns)) await scan.database.run(type);
  await load(scan);
  const wide = scan.columns.length > 0 ? await wideColumns(scan) : new Set<string>();
  if (wide.size === 0) return scan;
  const again = scanOf(wide);
  await load(again);
  return again;
}

async function load({ database, file, columns }: Scan): Promise<void> {
  await database.run('CREATE OR REPLACE TABLE faults (spot BIGINT, place UTINYINT, fault UTINYINT, text VARCHAR)');
  await database.run('CREATE OR REPLACE TABLE doubts (spot BIGINT, place UTINYINT, fault UTINYINT, text VARCHAR)');
  if (columns.length === 0) return database.run('CREATE TABLE cells (n INTEGER)');
  await database.run(loadTable(file, columns));
  await database.run(`CREATE OR REPLACE TEMP TABLE wrong_rows AS ${wrongRows(file, columns)}`);
  await database.run('ALTER TABLE cells DROP COLUMN bad');
  // Rows without any value are none.
  await database.run(`DELETE FROM cells WHERE ${columns.map(({ value }) => `${value} IS NULL`).join(' AND ')} AND rowid NOT IN (SELECT spot FROM wrong_rows)`);
  await database.run(`CREATE OR REPLACE TABLE suspects AS SELECT * FROM (SELECT spot, generate_subscripts(wrong, 1) - 1 AS place, unnest(wrong) AS fault, unnest(odd) AS text FROM wrong_rows) WHERE fault <> ${FAULT.none}`);
  await database.run('DROP TABLE wrong_rows');
}

async function wideColumns({ database, columns }: Scan): Promise<ReadonlySet<string>> {
  const wide = await database.rows<{ place: number }>(`SELECT DISTINCT place::INTEGER AS place FROM suspects WHERE fault = ${FAULT.wide}`);
  return new Set(wide.flatMap(({ place }) => columns[place]?.variable.name ?? []));
}

async function countRows({ database }: Scan): Promise<number> {
  const [{ count } = { count: 0 }] = await database.rows<{ count: number }>('SELECT count(*)::INTEGER AS count FROM cells');
  return count;
}

/** What is said of the table as a whole needs no row. */
function checkTable(scan: Scan, rows: number): void {
  const columns = Object.fromEntries(scan.columns.map(({ variable: { name } }) => [name, '']));
  const table = { rows: rows === 0 ? [] : [{}], layout: { ...scan.layout, columns } };
  const sheet = new Sheet(scan.dataset, table, { codes: new Map(), settings: scan.context.settings });
  checkColumns(sheet);
  scan.findings.push(...sheet.findings);
}

const rules = (scan: Scan): (() => Promise<void>)[] => scan.dataset.rules.map((rule) => () => byKind(scan, rule));

function byKind(scan: Scan, rule: Rule): Promise<void> {
  switch (rule.kind) {
    case 'sum': return scanSum(scan, rule);
    case 'compare': return scanCompare(scan, rule);
    case 'grid': return scanGrid(scan, rule);
    // All of these together, later; and what says how the others are weighed.
    case 'outlier':
    case 'built-in': return Promise.resolve();
  }
}
