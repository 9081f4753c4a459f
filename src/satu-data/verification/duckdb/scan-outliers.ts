import type { Level, OutlierRule } from '../../datasets/dataset.types.js';
import { grouped } from '../../shared/grouped.js';
import { ENOUGH, remeasuredBy, othersOf, namesOfRow, totalsOf, type Beside, type Changed } from '../outliers.js';
import { SENTENCES } from '../sentences.js';
import { remeasuredSentence } from '../../changes/remeasured.js';
import { pairWithLastYear } from './last-year.js';
import type { Scan } from './scan.js';

type Found = Changed & { readonly n: number };

/**
 * The modified z-score of check-outliers.ts; the two values in the middle are taken as they are, so that both sides get the same median. Rows are found
 * again once for all measures, and what is doubtful of each is kept: that of a part is told where its total's is not.
 */
export async function scanOutliers(scan: Scan, rules: readonly OutlierRule[]): Promise<void> {
  if (scan.settings.outlier.level === 'OFF' || !scan.context.lastPeriod) return;
  await scan.database.run('CREATE OR REPLACE TEMP TABLE doubted (rule UTINYINT, n INTEGER, old DOUBLE, now DOUBLE, change DOUBLE)');
  const beside = new Map<OutlierRule, Beside>();
  const judged = new Map<OutlierRule, number>();
  const otherwise = remeasuredBy(rules, scan.context);
  for (const one of otherwise) scan.atTable('outlier', 'INFO', remeasuredSentence(one));
  for (const same of alike(rules.filter(({ column }) => otherwise.every(({ name }) => name !== column)))) {
    const paired = await pairWithLastYear(scan, same);
    if (!paired) continue;
    for (const rule of paired.rules) {
      beside.set(rule, { ...paired.periods, others: othersOf(namesOfRow(scan.dataset, rule)) });
      judged.set(rule, await doubt(scan, rules.indexOf(rule), paired.rules.indexOf(rule)));
    }
  }
  scan.judged.push(...rules.map((rule) => ({ rule: 'outlier' as const, column: rule.column, rows: judged.get(rule) ?? 0 })));
  for (const [rule, of] of beside) await tell(scan, rules, rule, of);
}

/** Rules by which the same rows are found again. */
const alike = (rules: readonly OutlierRule[]): OutlierRule[][] => [...grouped(rules, ({ region, period }) => JSON.stringify([region, period])).values()];

/** What is doubtful of the measure at `place` in `paired`, into `doubted`; answers how many changes it was held against. */
async function doubt(scan: Scan, rule: number, place: number): Promise<number> {
  const [old, now] = [`o${place}`, `w${place}`];
  await scan.database.run(`CREATE OR REPLACE TEMP TABLE changed AS SELECT n, ${old} AS old, ${now} AS now, ${now} / ${old} - 1 AS change FROM paired WHERE ${old} <> 0 AND isfinite(${now} / ${old})`);
  const count = await countOf(scan, 'changed');
  await fromZero(scan, rule, old, now);
  if (count < ENOUGH) return 0;
  const centre = await median(scan, 'change', count);
  const distance = `abs(change - ${double(centre)})`;
  const spread = await median(scan, distance, count);
  const far = spread > 0 ? `0.6745::DOUBLE * ${distance} / ${double(spread)} > ${double(Number(scan.settings.outlier.tolerance?.by))}` : 'TRUE';
  await scan.database.run(`INSERT INTO doubted SELECT ${rule}, * FROM changed WHERE ${distance} >= 1e-9::DOUBLE AND ${far}`);
  return count;
}

const countOf = async ({ database }: Scan, from: string): Promise<number> => (await database.rows<{ count: number }>(`SELECT count(*)::INTEGER AS count FROM ${from}`))[0]?.count ?? 0;

/** From zero to as much as half of the others have. */
async function fromZero(scan: Scan, rule: number, old: string, now: string): Promise<void> {
  const both = `paired WHERE isfinite(${old}) AND isfinite(${now}) AND ${now} <> 0`;
  const begun = `${both} AND ${old} = 0`;
  if ((await countOf(scan, begun)) === 0) return;
  const much = await median(scan, `abs(${now})`, await countOf(scan, both), both);
  await scan.database.run(`INSERT INTO doubted SELECT ${rule}, n, ${old}, ${now}, NULL FROM ${begun} AND abs(${now}) >= ${double(much)}`);
}

async function tell(scan: Scan, rules: readonly OutlierRule[], rule: OutlierRule, beside: Beside): Promise<void> {
  const { level } = scan.settings.outlier;
  if (level === 'INFO') return tellOf(scan, rules, rule, beside, { level, which: 'TRUE' });
  await tellOf(scan, rules, rule, beside, { level, which: 'change IS NOT NULL' });
  await tellOf(scan, rules, rule, beside, { level: 'INFO', which: 'change IS NULL' });
}

async function tellOf(scan: Scan, rules: readonly OutlierRule[], rule: OutlierRule, beside: Beside, { level, which }: { readonly level: Level; readonly which: string }): Promise<void> {
  const { column } = rule;
  const totals = totalsOf(scan.dataset, column);
  const told = rules.flatMap((one, index) => (totals.includes(one.column) ? [index] : []));
  const from = `doubted WHERE rule = ${rules.indexOf(rule)} AND ${which} ${told.length > 0 ? `AND n NOT IN (SELECT n FROM doubted WHERE rule IN (${told.join(', ')}))` : ''}`;
  const times = await countOf(scan, from);
  if (times === 0) return;
  for (const found of await scan.database.rows<Found>(`SELECT n, old, now, change FROM ${from} ORDER BY n LIMIT ${scan.kept}`)) {
    scan.atCell('outlier', level, found.n, column, SENTENCES.outlier(scan.title(column), found, beside));
  }
  scan.counted('outlier', level, column, times);
}

async function median(scan: Scan, expression: string, count: number, from = 'changed'): Promise<number> {
  // Half a place further, so that no rounding takes the neighbour.
  const places = [(count - 1) >> 1, count >> 1].map((place) => (place + 0.5) / count);
  const [{ low, high } = { low: 0, high: 0 }] = await scan.database.rows<{ low: number; high: number }>(`SELECT middle[1] AS low, middle[2] AS high FROM (SELECT quantile_disc(${expression}, [${places.join(', ')}]) AS middle FROM ${from})`);
  return count % 2 ? low : (low + high) / 2;
}

const double = (value: number): string => `'${value}'::DOUBLE`;
