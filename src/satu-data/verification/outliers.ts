import type { Remeasured } from '../changes/remeasured.js';
import type { OutlierRule } from '../datasets/dataset.types.js';
import { areAlike, byPeriod, newestOf } from '../tables/written-period.js';
import type { Described } from './finding.js';

/** Fewer changes have no middle to be far from. */
export const ENOUGH = 5;

/** A measure against last year's. */
export interface Changed {
  readonly old: number;
  readonly now: number;
  /** As a fraction of what it was; null where that was zero. */
  readonly change: number | null;
}

/** What a row stands beside: periods where those were told apart, and what the others are called. */
export interface Beside {
  readonly past: string | null;
  readonly latest: string | null;
  readonly others: { readonly id: string; readonly en: string };
}

/** What names a row of a period: the whole key, and the region in any case. */
export const namesOfRow = ({ variables }: Described, { region, period }: Pick<OutlierRule, 'region' | 'period'>): string[] =>
  [...new Set([region, ...variables.filter(({ key }) => key).map(({ name }) => name)])].filter((name) => name !== period);

/** Rows that a region alone names are regions. */
export const othersOf = (names: readonly string[]): Beside['others'] => (names.length === 1 ? { id: 'wilayah lain', en: 'regions' } : { id: 'baris lain', en: 'rows' });

/** How many rows a table has of each period. */
export type PeriodCounts = ReadonlyMap<string, number>;

/**
 * Which period is compared with which. `same`: each with itself, where all of them were in last year's table too, as months are. Otherwise periods move on,
 * and the newest one is compared with the newest before it, as long as it, of last year's table; rows of older ones were looked at when they were new. A period
 * of a few rows alone is taken for a slip of the pen. Null: nothing is comparable.
 */
export function comparedPeriods(now: PeriodCounts, last: PeriodCounts): 'same' | { readonly latest: string; readonly past: string } | null {
  if ([...now.keys()].every((period) => last.has(period))) return now.size > 0 ? 'same' : null;
  const latest = newestOf([...now].filter(([, rows]) => rows >= ENOUGH).map(([period]) => period));
  const past = latest === undefined ? undefined : newestOf([...last.keys()].filter((period) => areAlike(period, latest) && byPeriod(period, latest) < 0));
  return latest === undefined || past === undefined ? null : { latest, past };
}

/** Totals whose change says the same as that of their part: a reader is told once. */
export const totalsOf = ({ rules }: Described, part: string): string[] => rules.flatMap((rule) => (rule.kind === 'sum' && rule.parts.includes(part) && rule.total !== part ? [rule.total] : []));

/** Measures of these rules that are not compared, as they were measured otherwise; each is said once. */
export const remeasuredBy = (rules: readonly OutlierRule[], { remeasured, lastPeriod }: { readonly remeasured?: readonly Remeasured[] | undefined; readonly lastPeriod?: unknown }): readonly Remeasured[] =>
  lastPeriod ? (remeasured ?? []).filter(({ name }) => rules.some(({ column }) => column === name)) : [];
