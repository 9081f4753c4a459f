import type { Big } from 'big.js';
import { decimal, isDecimal } from '../analysis/decimal.js';
import type { CompareRule, Comparison, Variable } from '../datasets/dataset.types.js';
import type { RuleSetting } from '../datasets/rule-settings.js';

/** The columns that a rule of the office's own compares. */
export const comparedColumns = ({ left, right }: CompareRule): string[] => [...new Set([...left, ...('number' in right ? [] : right)])];

/** Whether two numbers are as the rule says, give or take `off`. */
const HOLDS: Readonly<Record<Comparison, (difference: Big, off: Big) => boolean>> = {
  '=': (difference, off) => difference.abs().lte(off),
  '≠': (difference, off) => difference.abs().gt(off),
  '<': (difference, off) => difference.lt(off),
  '≤': (difference, off) => difference.lte(off),
  '>': (difference, off) => difference.gt(off.neg()),
  '≥': (difference, off) => difference.gte(off.neg()),
};

/** Both sides of a row as decimal text, and whether they are as the rule says. Every compared column has a number. */
export function compareRow(rule: CompareRule, row: Readonly<Record<string, string>>): { readonly left: string; readonly right: string; readonly holds: boolean } {
  const total = (names: readonly string[]) => names.reduce((sum, name) => sum.plus(row[name] ?? '0'), decimal(0));
  const [left, right] = [total(rule.left), 'number' in rule.right ? decimal(rule.right.number) : total(rule.right)];
  return { left: left.toFixed(), right: right.toFixed(), holds: HOLDS[rule.comparison](left.minus(right), offOf(rule.tolerance, right)) };
}

/** How far a number may be off `of`, which a tolerance in percent is a part of. */
export function offOf(tolerance: RuleSetting['tolerance'] | undefined, of: Big | string): Big {
  if (!tolerance) return decimal(0);
  return tolerance.in === 'percent' ? decimal(of).abs().times(tolerance.by).div(100) : decimal(tolerance.by);
}

/** A variable with its bounds as far out as the tolerance lets its values go. */
export const widened = (variable: Variable, { tolerance }: RuleSetting): Variable =>
  tolerance
    ? { ...variable, ...(isDecimal(variable.min) && { min: decimal(variable.min).minus(offOf(tolerance, variable.min)).toFixed() }), ...(isDecimal(variable.max) && { max: decimal(variable.max).plus(offOf(tolerance, variable.max)).toFixed() }) }
    : variable;
