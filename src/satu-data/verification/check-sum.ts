import { decimal, isDecimal, sum } from '../analysis/decimal.js';
import type { SumRule } from '../datasets/dataset.types.js';
import { offOf } from './compare.js';
import type { Sheet } from './finding.js';
import { SENTENCES } from './sentences.js';

/** The parts of each row sum to its total, give or take the tolerance; silent where one of them is missing or wrong already. */
export function checkSum(sheet: Sheet, { parts, total }: SumRule): void {
  const { level, tolerance } = sheet.settings.sum;
  let judged = 0;
  sheet.rows.forEach((_, index) => {
    const values = parts.map((name) => sheet.sound(index, name));
    const stated = sheet.sound(index, total);
    const expected = sum(values.map((value) => value ?? undefined));
    if (!isDecimal(stated) || expected === null || !values.every(isDecimal)) return;
    judged += 1;
    if (decimal(expected).minus(stated).abs().lte(offOf(tolerance, stated))) return;
    sheet.atCell('sum', level, index, total, SENTENCES.sum(parts.map((name) => sheet.title(name)), expected, sheet.title(total), stated, tolerance));
  });
  sheet.judged.push({ rule: 'sum', column: total, rows: judged });
}
