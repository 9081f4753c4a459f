import { grouped } from '../shared/grouped.js';
import type { Cut } from './duckdb/faults.js';
import { timesIn, type Finding, type RuleName } from './finding.js';
import type { Judged } from './judged.js';

/** What a check found: the first cells of each rule and column, and how often it was broken where that is more. */
export interface Looked {
  readonly findings: readonly Finding[];
  readonly cuts: readonly Cut[];
  /** How much each rule that may have nothing to look at was held against. */
  readonly judged: readonly Judged[];
}

/** How often a rule was broken, named or not; of the office's own, all of them together or one. */
export function timesBroken({ findings, cuts }: Looked, rule: RuleName, own?: number): number {
  const isOf = (one: { readonly rule: RuleName; readonly ownRule?: number | null }) => one.rule === rule && (own === undefined || one.ownRule === own);
  return timesIn(findings.filter(isOf)) + cuts.filter(isOf).reduce((sum, { count, named }) => sum + count - named, 0);
}

/** The first of each rule and column, as they stand in the sheet; the others are counted. What is said of the table is named in any case. */
export function firstOfEach(findings: readonly Finding[], kept: number): Pick<Looked, 'findings' | 'cuts'> {
  const ofCells = findings.flatMap((finding) => (finding.row === null || finding.column === null ? [] : [{ finding, column: finding.column }]));
  const many = [...grouped(ofCells, ({ finding: { rule, ownRule, severity }, column }) => JSON.stringify([rule, ownRule ?? null, severity, column])).values()].filter(({ length }) => length > kept);
  const unnamed = new Set(many.flatMap((of) => of.slice(kept).map(({ finding }) => finding)));
  const cuts = many.flatMap((of) => of.slice(0, 1).map(({ finding: { rule, ownRule, severity }, column }): Cut => ({ rule, ...(typeof ownRule === 'number' && { ownRule }), severity, column, count: of.length, named: kept })));
  return { findings: findings.filter((finding) => !unnamed.has(finding)), cuts };
}
