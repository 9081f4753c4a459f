import { isDecimal } from '../analysis/decimal.js';
import { ownRulesIn, type CompareRule } from '../datasets/dataset.types.js';
import { compareRow, comparedColumns } from './compare.js';
import type { Sheet } from './finding.js';
import { SENTENCES } from './sentences.js';

/** A rule of the office's own, row by row; silent where one of its columns is missing or wrong already. */
export function checkCompare(sheet: Sheet, rule: CompareRule): void {
  const columns = comparedColumns(rule);
  const own = ownRulesIn(sheet.dataset.rules).indexOf(rule);
  const [first] = rule.left;
  if (first === undefined) return;
  let judged = 0;
  sheet.rows.forEach((_, index) => {
    const values = columns.map((name) => [name, sheet.sound(index, name)] as const).filter((pair): pair is readonly [string, string] => isDecimal(pair[1]));
    if (values.length < columns.length) return;
    judged += 1;
    const { left, right, holds } = compareRow(rule, Object.fromEntries(values));
    if (!holds) sheet.atCell('compare', rule.severity, index, first, SENTENCES.compare(rule, (name) => sheet.title(name), left, right), own);
  });
  sheet.judged.push({ rule: 'compare', ownRule: own, column: first, rows: judged });
}
