import { decimal, isDecimal } from '../analysis/decimal.js';
import type { CompareRule, Rule, Variable } from '../datasets/dataset.types.js';
import type { Equation } from './recompute.js';
import { onlyProtecting } from './unpublished.js';

/** What holds in every row: sums of columns, or of columns and a number. */
export type InRow = Pick<Equation<string>, 'left' | 'right' | 'more'>;

/** What rules say is equal: totals, `=` that leaves nothing to chance, and `≤` with `≥` between the same sides. */
export function equalitiesOf(rules: readonly Rule[], variables: readonly Variable[]): (InRow & { readonly rule: Rule })[] {
  const compared = rules.filter((rule) => rule.kind === 'compare' && isExact(rule, variables)) as CompareRule[];
  const atMost = new Set(compared.filter(({ comparison }) => comparison === '≤').map(({ left, right }) => sides(left, right)));
  return rules.flatMap((rule): (InRow & { readonly rule: Rule })[] => {
    if (rule.kind === 'sum') return [{ rule, left: [rule.total], right: rule.parts }];
    if (rule.kind !== 'compare' || !compared.includes(rule)) return [];
    const { left, comparison, right } = rule;
    const both = (comparison === '≥' && atMost.has(sides(left, right))) || (comparison === '≤' && atMost.has(sides(right, left)));
    if (comparison !== '=' && !both) return [];
    return ['number' in right ? { rule, left, right: [], more: right.number } : { rule, left, right }];
  });
}

const sides = (...both: readonly CompareRule['right'][]): string => JSON.stringify(both.map((side) => ('number' in side ? side : side.toSorted())));

/** Whether its tolerance lets nothing through: of whole numbers, less than one. */
function isExact({ tolerance, left, right }: CompareRule, variables: readonly Variable[]): boolean {
  if (!tolerance || !isDecimal(tolerance.by) || decimal(tolerance.by).eq(0)) return true;
  const columns = [...left, ...('number' in right ? [] : right)];
  return tolerance.in === 'unit' && decimal(tolerance.by).lt(1) && columns.every((column) => variables.some(({ name, type }) => name === column && type === 'integer'));
}

/** Columns that are never published and that a reader could compute, by the rule that gives the last thing to know, from those that are. */
export function toldByRules(rules: readonly Rule[], variables: readonly Variable[]): { readonly rule: Rule; readonly column: string }[] {
  const secret = new Set(onlyProtecting(variables));
  const equalities = equalitiesOf(rules, variables);
  const told: { rule: Rule; column: string }[] = [];
  for (let before = -1; before < told.length; ) {
    before = told.length;
    for (const { rule, left, right } of equalities) {
      const [column, ...more] = new Set([...left, ...right].filter((one) => secret.has(one)));
      if (column === undefined || more.length > 0) continue;
      told.push({ rule, column });
      secret.delete(column);
    }
  }
  return told;
}
