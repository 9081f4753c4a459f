import type { GridRule } from './dataset.types.js';
import { isComparable, isSamePeriod } from '../tables/written-period.js';

/** A period of which each region has a row: what it is called, and how the table writes it. Null: whatever the period. */
export interface LookedFor {
  readonly period: string | null;
  readonly written: readonly string[] | null;
}
/** One that somebody expects. */
interface Expected extends LookedFor {
  readonly period: string;
  readonly written: readonly string[];
}

/** What to look for; where nobody said which period is expected, or none that fits, the one that most rows are about. `written` as of {@link expectedIn}. */
export function lookedFor(rule: GridRule, written: readonly (string | null)[]): LookedFor[] {
  if (!rule.period) return [{ period: null, written: null }];
  return expectedIn(rule, written) ?? written.slice(0, 1).map((period) => ({ period, written: period === null ? null : [period] }));
}

/**
 * The periods that the data list expects, among those of a table's rows (each once, the most common first). Null where it expects none, or others than the table is told by: of a table by
 * months nobody can write a row for the year, and a rule that is no one's to fulfil would hold the data for good.
 */
export function expectedIn({ periods }: GridRule, written: readonly (string | null)[]): Expected[] | null {
  const values = written.filter((one) => one !== null);
  const [usual] = values;
  if (!periods?.length || (usual !== undefined && !periods.every((one) => isComparable(one, usual)))) return null;
  return periods.map((period) => ({ period, written: values.filter((one) => isSamePeriod(one, period)) }));
}

/** All values of a column, each once, the most common first; of those as common, the one that comes first. */
export function byFrequency(values: Iterable<string | null>): (string | null)[] {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}
