import type { GridRule } from '../../datasets/dataset.types.js';
import { lookedFor } from '../../datasets/expected-in.js';
import { SENTENCES } from '../sentences.js';
import { list } from './sql.js';
import type { Scan } from './scan.js';
import { textOf } from './storage.js';
import type { ScanColumn } from './table-file.js';

/** Every expected region in every expected period, by the regions that are there; see check-grid.ts for what a faulty row stands for. */
export async function scanGrid(scan: Scan, rule: GridRule): Promise<void> {
  const region = scan.column(rule.region);
  scan.judged.push({ rule: 'grid', column: rule.region, rows: region ? await scan.count('TRUE') : 0 });
  if (!region) return;
  const explained = await explainedRegions(scan, region, rule.regions);
  await pairs(scan, region, rule);
  for (const { period, written } of lookedFor(rule, await valuesOf(scan, rule))) {
    const present = new Set((await scan.database.rows<{ region: string }>(`SELECT DISTINCT region FROM pairs ${written === null ? '' : `WHERE any_period ${written.length > 0 ? `OR period IN (${list(written)})` : ''}`}`)).map((row) => row.region));
    for (const missing of rule.regions.filter((one) => !present.has(one) && !explained.has(one))) {
      scan.atTable('grid', 'ERROR', SENTENCES.grid(missing, scan.context.codes.get(rule.region)?.names.get(missing), period), rule.region);
    }
  }
}

/** Which regions there are in which periods; one whose period is faulty stands for every period. */
async function pairs(scan: Scan, region: ScanColumn, { period: name }: GridRule): Promise<void> {
  const period = name ? scan.column(name) : undefined;
  const { from, isFaulty } = scan.withFaults(period ? [period] : []);
  const [value, any] = period ? [period.value, isFaulty(period)] : ['NULL', name ? 'FALSE' : 'TRUE'];
  await scan.database.run(`CREATE OR REPLACE TEMP TABLE pairs AS SELECT ${textOf({ ...region, value: 'r' }, 'found')} AS region, ${period ? textOf({ ...period, value: 'p' }, 'found') : 'NULL::VARCHAR'} AS period, any_period
    FROM (SELECT DISTINCT ${region.value} AS r, ${value} AS p, ${any} AS any_period FROM ${from} WHERE ${region.value} IS NOT NULL) AS found`);
}

/** How often each is written is asked of the table, what it means is read here; where no period is expected, the most common will do. */
async function valuesOf(scan: Scan, { period, periods }: GridRule): Promise<(string | null)[]> {
  if (!period) return [];
  const column = scan.column(period);
  const value = column ? textOf(column) : 'NULL::VARCHAR';
  return (await scan.database.rows<{ v: string | null }>(`SELECT ${value} AS v FROM cells GROUP BY v ORDER BY count(*) DESC, min(rowid) ${periods?.length ? '' : 'LIMIT 1'}`)).map(({ v }) => v);
}

async function explainedRegions(scan: Scan, column: ScanColumn, regions: readonly string[]): Promise<ReadonlySet<string>> {
  const { from, text, isFaulty } = scan.withFaults([column]);
  if (isFaulty(column) === 'FALSE') return new Set();
  const value = text(column);
  const neighbours = await scan.database.rows<{ above: string | null; below: string | null; first: boolean }>(`SELECT DISTINCT above, below, first FROM (
    SELECT ${isFaulty(column)} AS faulty, lag(${value}) OVER (ORDER BY cells.rowid) AS above, lead(${value}) OVER (ORDER BY cells.rowid) AS below, cells.rowid = (SELECT min(rowid) FROM cells) AS first FROM ${from}) WHERE faulty`);
  const candidates = neighbours.map(({ above, below, first }) => {
    const before = first ? -1 : regions.indexOf(above ?? '');
    return before >= 0 || first ? regions[before + 1] : regions[regions.indexOf(below ?? '') - 1];
  });
  return new Set(candidates.filter((one) => one !== undefined));
}
