import type { Cut } from './duckdb/faults.js';
import { timesIn, type Finding, type RuleName } from './finding.js';

/** What a check found: the first cells of each rule and column, and how often it was broken where that is more. */
export interface Looked {
  readonly findings: readonly Finding[];
  readonly cuts: readonly Cut[];
  /** Of each of the office's own rules, in their order: rows with a sound number in every column that it compares. The others are neither right nor wrong by it. */
  readonly judged: readonly number[];
}

/** How often a rule was broken, named or not; of the office's own, all of them together or one. */
export function timesBroken({ findings, cuts }: Looked, rule: RuleName, own?: number): number {
  const isOf = (one: { readonly rule: RuleName; readonly ownRule?: number | null }) => one.rule === rule && (own === undefined || one.ownRule === own);
  return timesIn(findings.filter(isOf)) + cuts.filter(isOf).reduce((sum, { count, named }) => sum + count - named, 0);
}
