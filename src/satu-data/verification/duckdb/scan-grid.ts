import type { GridRule } from '../../datasets/dataset.types.js';
import { SENTENCES } from '../sentences.js';
import { literal } from './sql.js';
import { sound, type Scan } from './scan.js';
import type { ScanColumn } from './table-file.js';

/** Every expected region in every expected period, by the regions that are there; see check-grid.ts for what a faulty row stands for. */
export async function scanGrid(scan: Scan, rule: GridRule): Promise<void> {
  const region = scan.column(rule.region);
  if (!region) return;
  const explained = await explainedRegions(scan, region, rule.regions);
  for (const period of await periodsOf(scan, rule)) {
    const present = new Set((await scan.database.rows<{ v: string }>(`SELECT DISTINCT ${region.value} AS v FROM cells WHERE ${region.fault} = 0 AND ${region.value} IS NOT NULL AND ${stands(scan, rule, period)}`)).map(({ v }) => v));
    for (const missing of rule.regions.filter((one) => !present.has(one) && !explained.has(one))) {
      scan.atTable('grid', 'ERROR', SENTENCES.grid(missing, scan.context.regions[missing], period), rule.region);
    }
  }
}

function stands(scan: Scan, rule: GridRule, period: string | null): string {
  if (period === null || !rule.period) return 'TRUE';
  const column = scan.column(rule.period);
  return column ? `(${column.fault} <> 0 OR ${column.value} = ${literal(period)})` : 'FALSE';
}

async function periodsOf(scan: Scan, { period, periods }: GridRule): Promise<readonly (string | null)[]> {
  if (!period) return [null];
  if (periods?.length) return periods;
  const column = scan.column(period);
  const value = column ? sound(column) : 'NULL::VARCHAR';
  return (await scan.database.rows<{ v: string | null }>(`SELECT ${value} AS v FROM cells GROUP BY v ORDER BY count(*) DESC, min(rowid) LIMIT 1`)).map(({ v }) => v);
}

async function explainedRegions(scan: Scan, { value, fault }: ScanColumn, regions: readonly string[]): Promise<ReadonlySet<string>> {
  const [{ faulty } = { faulty: 0 }] = await scan.database.rows<{ faulty: number }>(`SELECT count(*) FILTER (${fault} <> 0)::INTEGER AS faulty FROM cells`);
  if (faulty === 0) return new Set();
  const neighbours = await scan.database.rows<{ above: string | null; below: string | null; first: boolean }>(`SELECT DISTINCT above, below, first FROM (
    SELECT ${fault} AS e, lag(${value}) OVER (ORDER BY rowid) AS above, lead(${value}) OVER (ORDER BY rowid) AS below, rowid = (SELECT min(rowid) FROM cells) AS first FROM cells) WHERE e <> 0`);
  const candidates = neighbours.map(({ above, below, first }) => {
    const before = first ? -1 : regions.indexOf(above ?? '');
    return before >= 0 || first ? regions[before + 1] : regions[regions.indexOf(below ?? '') - 1];
  });
  return new Set(candidates.filter((one) => one !== undefined));
}
