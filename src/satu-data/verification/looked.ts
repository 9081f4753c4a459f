import type { Cut } from './duckdb/faults.js';
import type { Finding, RuleName } from './finding.js';

/** What a check found: the first cells of each rule and column, and how often it was broken where that is more. */
export interface Looked {
  readonly findings: readonly Finding[];
  readonly cuts: readonly Cut[];
}

/** How often a rule was broken, named or not. */
export function timesBroken({ findings, cuts }: Looked, rule: RuleName): number {
  const counted = cuts.filter((cut) => cut.rule === rule);
  const named = findings.filter((one) => one.rule === rule && !counted.some(({ column, severity }) => column === one.column && severity === one.severity));
  return counted.reduce((sum, { count }) => sum + count, named.length);
}
