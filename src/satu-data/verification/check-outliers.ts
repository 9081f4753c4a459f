import { isDecimal } from '../analysis/decimal.js';
import { remeasuredSentence } from '../changes/remeasured.js';
import type { OutlierRule } from '../datasets/dataset.types.js';
import type { TableRow } from '../tables/index.js';
import type { Sheet } from './finding.js';
import { comparedPeriods, ENOUGH, remeasuredBy, namesOfRow, othersOf, totalsOf, type Beside, type Changed, type PeriodCounts } from './outliers.js';
import { SENTENCES } from './sentences.js';

type Doubt = Changed & { readonly index: number };
type Measured = Doubt & { readonly change: number };

/** A row, and the one of last year's table that it is compared with. */
interface Pair {
  readonly index: number;
  readonly old: TableRow;
}

/** Changes against last year far from the others': modified z-score by median and MAD (Iglewicz and Hoaglin). A threshold, so floats do. Each rule is one measure; that of a part is told where its total's is not. */
export function checkOutliers(sheet: Sheet, rules: readonly OutlierRule[]): void {
  const { level, tolerance } = sheet.settings.outlier;
  if (level === 'OFF' || !sheet.context.lastPeriod) return;
  const otherwise = remeasuredBy(rules, sheet.context);
  for (const one of otherwise) sheet.atTable('outlier', 'INFO', remeasuredSentence(one));
  const found = rules.map((rule) => {
    const { pairs, beside } = otherwise.some(({ name }) => name === rule.column) ? { pairs: [], beside: NOTHING } : paired(sheet, rule);
    const numbers = numbersOf(sheet, rule.column, pairs);
    const changes = changesOf(numbers);
    sheet.judged.push({ rule: 'outlier', column: rule.column, rows: changes.length < ENOUGH ? 0 : changes.length });
    return { column: rule.column, beside, doubts: [...doubtful(changes, Number(tolerance?.by)), ...fromZero(numbers)] };
  });
  for (const { column, beside, doubts } of found) {
    const totals = totalsOf(sheet.dataset, column);
    const told = new Set(found.flatMap((one) => (totals.includes(one.column) ? one.doubts.map(({ index }) => index) : [])));
    for (const doubt of doubts) if (!told.has(doubt.index)) sheet.atCell('outlier', doubt.change === null ? 'INFO' : level, doubt.index, column, SENTENCES.outlier(sheet.title(column), doubt, beside));
  }
}

/** Rows of the same key: one that last year's table has twice is compared with nothing, and so is one whose key is faulty. */
function paired(sheet: Sheet, rule: OutlierRule): { readonly pairs: readonly Pair[]; readonly beside: Beside } {
  const before = sheet.context.lastPeriod ?? [];
  const names = namesOfRow(sheet.dataset, rule);
  const others = othersOf(names);
  const isTold = sheet.has(rule.period) && before.some((row) => row[rule.period] != null);
  const periods = isTold ? comparedPeriods(counted(sheet.rows.map((_, index) => sheet.sound(index, rule.period))), counted(before.map((row) => row[rule.period] ?? null))) : undefined;
  if (periods === null) return { pairs: [], beside: { past: null, latest: null, others } };
  const key = periods === 'same' ? [...names, rule.period] : names;
  const [past, latest] = periods === undefined || periods === 'same' ? [null, null] : [periods.past, periods.latest];
  const idOf = (value: (name: string) => string | null): string | null => { const values = key.map(value); return values.includes(null) ? null : JSON.stringify(values); };
  const earlier = new Map<string | null, TableRow | null>();
  for (const row of before) {
    if (past !== null && row[rule.period] !== past) continue;
    const id = idOf((name) => row[name] ?? null);
    earlier.set(id, earlier.has(id) ? null : row);
  }
  const pairs = sheet.rows.flatMap((_, index): Pair[] => {
    if (latest !== null && sheet.sound(index, rule.period) !== latest) return [];
    const id = idOf((name) => sheet.sound(index, name));
    const old = id === null ? null : earlier.get(id);
    return old ? [{ index, old }] : [];
  });
  return { pairs, beside: { past, latest, others } };
}

function counted(periods: readonly (string | null)[]): PeriodCounts {
  const counts = new Map<string, number>();
  for (const period of periods) if (period !== null) counts.set(period, (counts.get(period) ?? 0) + 1);
  return counts;
}

/** Those that have a number in both tables. */
const numbersOf = (sheet: Sheet, column: string, pairs: readonly Pair[]): Doubt[] =>
  pairs.flatMap(({ index, old: row }) => {
    const [now, old] = [numberOf(sheet.sound(index, column)), numberOf(row[column])];
    return Number.isFinite(now) && Number.isFinite(old) ? [{ index, old, now, change: null }] : [];
  });

const changesOf = (numbers: readonly Doubt[]): Measured[] => numbers.flatMap(({ index, old, now }) => (old !== 0 && Number.isFinite(now / old) ? [{ index, old, now, change: now / old - 1 }] : []));

/** From zero to as much as half of the others have: no percentage says that, and it may be right. */
function fromZero(numbers: readonly Doubt[]): Doubt[] {
  const much = median(numbers.flatMap(({ now }) => (now === 0 ? [] : [Math.abs(now)])));
  return numbers.filter(({ old, now }) => old === 0 && now !== 0 && Math.abs(now) >= much);
}

function doubtful(changes: readonly Measured[], limit: number): Measured[] {
  if (changes.length < ENOUGH) return [];
  const centre = median(changes.map(({ change }) => change));
  const spread = median(changes.map(({ change }) => Math.abs(change - centre)));
  return changes.filter(({ change }) => Math.abs(change - centre) >= 1e-9 && !(spread > 0 && (0.6745 * Math.abs(change - centre)) / spread <= limit));
}

const NOTHING: Beside = { past: null, latest: null, others: othersOf([]) };

/** What is no decimal text is no number either, though JavaScript reads `0x1F`. */
const numberOf = (text: string | null | undefined): number => (isDecimal(text) ? Number(text) : Number.NaN);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
