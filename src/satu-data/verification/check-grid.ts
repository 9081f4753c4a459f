import type { GridRule } from '../datasets/dataset.types.js';
import { byFrequency, lookedFor, type LookedFor } from '../datasets/expected-in.js';
import type { Sheet } from './finding.js';
import { SENTENCES } from './sentences.js';

/**
 * Every expected region (in every expected period) has a row. A row whose region is wrong, or a repeated one, already has its own
 * finding; the region that it stands for, by its place in the list, is not reported a second time.
 */
export function checkGrid(sheet: Sheet, rule: GridRule): void {
  sheet.judged.push({ rule: 'grid', column: rule.region, rows: sheet.has(rule.region) ? sheet.rows.length : 0 });
  if (!sheet.has(rule.region)) return;
  const explained = explainedRegions(sheet, rule);
  for (const one of lookedFor(rule, valuesOf(sheet, rule.period))) {
    const present = new Set(sheet.rows.flatMap((_, index) => (stands(sheet, rule, index, one) ? [sheet.sound(index, rule.region)] : [])));
    const missing = rule.regions.filter((region) => !present.has(region) && !explained.has(region));
    for (const region of missing) {
      sheet.atTable('grid', 'ERROR', SENTENCES.grid(region, sheet.context.codes.get(rule.region)?.names.get(region), one.period), rule.region);
    }
  }
}

/** A row whose period is faulty has a finding of its own and counts for every period. */
function stands(sheet: Sheet, { period: column }: GridRule, index: number, { written }: LookedFor): boolean {
  return written === null || !column || sheet.isFaulty(index, column) || written.some((one) => one === sheet.sound(index, column));
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

const valuesOf = (sheet: Sheet, column: string | null | undefined): (string | null)[] => (column ? byFrequency(sheet.rows.map((_, index) => sheet.sound(index, column))) : []);
