import type { GridRule } from '../datasets/dataset.types.js';
import type { Sheet } from './finding.js';
import { SENTENCES } from './sentences.js';

/**
 * Every expected region (in every expected period) has a row. A row whose region is wrong, or a repeated one, already has its own
 * finding; the region that it stands for, by its place in the list, is not reported a second time.
 */
export function checkGrid(sheet: Sheet, rule: GridRule): void {
  if (!sheet.has(rule.region)) return;
  const periods = rule.period ? (rule.periods?.length ? rule.periods : mostCommon(sheet, rule.period)) : [null];
  for (const period of periods) {
    const present = new Set(sheet.rows.flatMap((_, index) => (stands(sheet, rule, index, period) ? [sheet.sound(index, rule.region)] : [])));
    const explained = explainedRegions(sheet, rule);
    const missing = rule.regions.filter((region) => !present.has(region) && !explained.has(region));
    for (const region of missing) {
      sheet.atTable('grid', 'ERROR', SENTENCES.grid(region, sheet.context.codes.get(rule.region)?.names.get(region), period), rule.region);
    }
  }
}

/** A row whose period is faulty has a finding of its own and counts for every period. */
function stands(sheet: Sheet, { period: column }: GridRule, index: number, period: string | null): boolean {
  return period === null || !column || sheet.isFaulty(index, column) || sheet.sound(index, column) === period;
}

function explainedRegions(sheet: Sheet, { region: column, regions }: GridRule): ReadonlySet<string> {
  const explained = new Set<string>();
  sheet.rows.forEach((_, index) => {
    if (!sheet.isFaulty(index, column)) return;
    const above = index > 0 ? regions.indexOf(sheet.rows[index - 1]?.[column] ?? '') : -1;
    const below = regions.indexOf(sheet.rows[index + 1]?.[column] ?? '');
    const candidate = above >= 0 || index === 0 ? regions[above + 1] : regions[below - 1];
    if (candidate !== undefined) explained.add(candidate);
  });
  return explained;
}

/** Where nobody said which period is expected: the one that most rows are about. */
function mostCommon(sheet: Sheet, column: string): (string | null)[] {
  const counts = new Map<string | null, number>();
  sheet.rows.forEach((_, index) => counts.set(sheet.sound(index, column), (counts.get(sheet.sound(index, column)) ?? 0) + 1));
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, 1).map(([period]) => period);
}
