import type { Cut } from './duckdb/faults.js';
import { timesIn, type Finding, type RuleName } from './finding.js';

/** What a check found: the first cells of each rule and column, and how often it was broken where that is more. */
export interface Looked {
  readonly findings: readonly Finding[];
  readonly cuts: readonly Cut[];
}

/** How often a rule was broken, named or not. */
export function timesBroken({ findings, cuts }: Looked, rule: RuleName): number {
  const isOf = (one: { readonly rule: RuleName }) => one.rule === rule;
  return timesIn(findings.filter(isOf)) + cuts.filter(isOf).reduce((sum, { count, named }) => sum + count - named, 0);
}
