import { decimal } from '../analysis/decimal.js';
import type { Rule, Variable } from '../datasets/dataset.types.js';
import type { Equation } from './recompute.js';
import { onlyProtecting } from './unpublished.js';

/** What holds in every row: sums of columns, or of columns and a number. */
export type InRow = Pick<Equation<string>, 'left' | 'right' | 'more'>;

/** What a rule says is equal; nothing where it is an inequality, or leaves a tolerance. */
export function equalityOf(rule: Rule): InRow | null {
  if (rule.kind === 'sum') return { left: [rule.total], right: rule.parts };
  if (rule.kind !== 'compare' || rule.comparison !== '=' || (rule.tolerance && !decimal(rule.tolerance.by).eq(0))) return null;
  return 'number' in rule.right ? { left: rule.left, right: [], more: rule.right.number } : { left: rule.left, right: rule.right };
}

/** Columns that are never published and that a reader could compute by this rule from those that are. */
export function toldBy(rule: Rule, variables: readonly Variable[]): string[] {
  const secret = onlyProtecting(variables);
  const equality = equalityOf(rule);
  if (secret.size === 0 || !equality) return [];
  return [...equality.left, ...equality.right].filter((column) => secret.has(column));
}
