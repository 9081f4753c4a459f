import type { GridRule } from '../../datasets/dataset.types.js';
import { lookedFor } from '../../datasets/expected-in.js';
import { SENTENCES } from '../sentences.js';
import { list, literal } from './sql.js';
import type { Scan } from './scan.js';
import { textOf } from './storage.js';
import type { ScanColumn } from './table-file.js';

/** Every expected region in every expected period, by the regions that are there; see check-grid.ts for what a faulty row stands for. */
export async function scanGrid(scan: Scan, rule: GridRule): Promise<void> {
  const region = scan.column(rule.region);
  scan.judged.push({ rule: 'grid', column: rule.region, rows: region ? await scan.some('TRUE') : 0 });
  if (!region) return;
  const explained = await explainedRegions(scan, region, rule.regions);
  await pairs(scan, region, rule);
  const looked = lookedFor(rule, await valuesOf(scan, rule));
  const expected = rule.regions.filter((one) => !explained.has(one));
  for (const { place, region: missing } of await missingOf(scan, looked.map(({ written }) => written), expected)) {
    scan.atTable('grid', 'ERROR', SENTENCES.grid(missing, scan.context.codes.get(rule.region)?.names.get(missing), looked[place]?.period ?? null), rule.region);
  }
}

/** Expected regions that are not among the pairs of each period, by its place; asked at once, as a question takes a millisecond and a table may have hundreds of months. */
async function missingOf(scan: Scan, periods: readonly (readonly string[] | null)[], expected: readonly string[]): Promise<{ place: number; region: string }[]> {
  if (periods.length === 0 || expected.length === 0) return [];
  const written = periods.flatMap((ways, place) => (ways ?? []).map((way) => `(${place}, ${literal(way)})`));
  const any = periods.map((ways, place) => `(${place}, ${ways === null})`).join(', ');
  return scan.database.rows<{ place: number; region: string }>(`WITH periods AS (FROM (VALUES ${any}) AS periods(place, whichever)), expected AS (SELECT unnest([${list(expected)}]) AS region, generate_subscripts([${list(expected)}], 1) AS turn)
    SELECT place::INTEGER AS place, region FROM periods CROSS JOIN expected ANTI JOIN (
      SELECT place, region FROM periods CROSS JOIN pairs WHERE whichever OR any_period ${written.length > 0 ? `UNION ALL SELECT place, region FROM (VALUES ${written.join(', ')}) AS written(place, way) JOIN pairs ON pairs.period = written.way` : ''}
    ) AS there USING (place, region) ORDER BY place, turn`);
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
  if (!column) return (await scan.some('TRUE')) > 0 ? [null] : [];
  // By the value as it is kept: to group a million texts takes four times as long.
  return (await scan.database.rows<{ v: string | null }>(`SELECT ${textOf({ ...column, value: 'v' }, 'found')} AS v FROM (SELECT ${column.value} AS v, count(*) AS times, min(rowid) AS first FROM cells GROUP BY v) AS found ORDER BY times DESC, first ${periods?.length ? '' : 'LIMIT 1'}`)).map(({ v }) => v);
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
