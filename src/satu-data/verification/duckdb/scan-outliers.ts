import type { OutlierRule } from '../../datasets/dataset.types.js';
import { ENOUGH } from '../check-outliers.js';
import { SENTENCES } from '../sentences.js';
import { written } from './canonical.js';
import { isDecimalText } from './numbers.js';
import { readFileSql } from './read-file.js';
import type { Scan } from './scan.js';
import { textOf } from './storage.js';

interface Changed {
  readonly n: number;
  readonly old: number;
  readonly now: number;
  readonly change: number;
}

/** The modified z-score of check-outliers.ts; the two values in the middle are taken as they are, so that both sides get the same median. */
export async function scanOutliers(scan: Scan, { column: name, region: regionName }: OutlierRule): Promise<void> {
  const { level, tolerance } = scan.settings.outlier;
  if (level === 'OFF') return;
  const column = scan.column(name);
  const last = scan.context.lastPeriod;
  const [place, regionPlace] = [last?.places[name], last?.places[regionName]];
  if (!column || !last || place === undefined) return;
  const regionColumn = scan.column(regionName);
  const { from, text } = scan.withFaults(regionColumn ? [regionColumn] : []);
  const region = regionColumn ? text(regionColumn) : 'NULL::VARCHAR';
  const lastRegion = regionPlace === undefined ? 'NULL::VARCHAR' : written(`c${regionPlace}`);
  // A fraction goes by its text: that is the nearest double, as JavaScript reads it.
  const value = `TRY_CAST(${column.storage === 'BIGINT' ? column.value : decimalText(textOf(column))} AS DOUBLE)`;
  await scan.database.run(`CREATE OR REPLACE TEMP TABLE last_period AS SELECT ${lastRegion} AS region, ${written(`c${place}`)} AS value FROM ${readFileSql(last)}`);
  await scan.database.run(`CREATE OR REPLACE TEMP TABLE changed AS SELECT n, old, now, now / old - 1 AS change FROM (
    SELECT ${scan.row()} AS n, ${value} AS now, TRY_CAST(${decimalText('earlier.value')} AS DOUBLE) AS old
    FROM ${from} JOIN (SELECT region, last(value ORDER BY rowid) AS value FROM last_period GROUP BY region) AS earlier ON earlier.region = ${region})
    WHERE old <> 0 AND isfinite(now / old)`);
  const [{ count } = { count: 0 }] = await scan.database.rows<{ count: number }>('SELECT count(*)::INTEGER AS count FROM changed');
  if (count < ENOUGH) return;
  const centre = await median(scan, 'change', count);
  const distance = `abs(change - ${double(centre)})`;
  const spread = await median(scan, distance, count);
  const doubtful = `${distance} >= 1e-9::DOUBLE AND ${spread > 0 ? `0.6745::DOUBLE * ${distance} / ${double(spread)} > ${double(Number(tolerance?.by))}` : 'TRUE'}`;
  const [{ times } = { times: 0 }] = await scan.database.rows<{ times: number }>(`SELECT count(*)::INTEGER AS times FROM changed WHERE ${doubtful}`);
  for (const { n, old, now, change } of await scan.database.rows<Changed>(`SELECT * FROM changed WHERE ${doubtful} ORDER BY n LIMIT ${scan.kept}`)) {
    scan.atCell('outlier', level, n, name, SENTENCES.outlier(scan.title(name), change, old, now));
  }
  scan.counted('outlier', level, name, times);
}

/** DuckDB would read `inf` and `1e5` as well. */
const decimalText = (text: string): string => `CASE WHEN ${isDecimalText(text)} THEN ${text} END`;

async function median(scan: Scan, expression: string, count: number): Promise<number> {
  // Half a place further, so that no rounding takes the neighbour.
  const places = [(count - 1) >> 1, count >> 1].map((place) => (place + 0.5) / count);
  const [{ low, high } = { low: 0, high: 0 }] = await scan.database.rows<{ low: number; high: number }>(`SELECT middle[1] AS low, middle[2] AS high FROM (SELECT quantile_disc(${expression}, [${places.join(', ')}]) AS middle FROM changed)`);
  return count % 2 ? low : (low + high) / 2;
}

const double = (value: number): string => `'${value}'::DOUBLE`;
