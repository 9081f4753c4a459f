import type { Unreadable } from '../../tables/table.types.js';
import type { Severity } from '../finding.entity.js';
import type { Described, Finding, RuleName } from '../finding.js';

/** What is wrong with a cell, as its number beside the cell says. `wide` and `byHand` are not yet judged: nothing may be wrong with them. */
export const FAULT = { none: 0, notNumber: 1, notWhole: 2, notDate: 3, known: 4, required: 5, code: 6, low: 7, high: 8, pattern: 9, key: 10, sum: 11, compare: 12, whole: 13, spoilt: 14, wide: 98, byHand: 99 } as const;

/** The faults that a single cell shows, by the rule that they break, in the order of the report. */
export const CELL_RULES: readonly { readonly rule: RuleName; readonly faults: readonly number[] }[] = [
  { rule: 'type', faults: [FAULT.notNumber, FAULT.notWhole, FAULT.notDate, FAULT.spoilt] },
  { rule: 'required', faults: [FAULT.required] },
  { rule: 'code', faults: [FAULT.code] },
  { rule: 'range', faults: [FAULT.low, FAULT.high] },
  { rule: 'pattern', faults: [FAULT.pattern] },
];

/** How often a rule was broken in a column, where more cells broke it than the report names. */
export interface Cut {
  readonly rule: RuleName;
  readonly ownRule?: number;
  readonly severity: Severity;
  readonly column: string;
  readonly count: number;
  /** How many of them have a finding of their own. */
  readonly named: number;
}

/** Says how many there are, where not all are named; counts as those that are not. */
export function cutFinding({ rule, ownRule, severity, column, count, named }: Cut, { variables }: Described): Finding {
  const title = variables.find(({ name }) => name === column)?.title ?? column;
  return {
    rule, ...(ownRule !== undefined && { ownRule }), severity, row: null, column, cell: null, times: count - named,
    message: { id: `${count} sel di kolom “${title}” bermasalah dengan cara yang sama; ${named} yang pertama disebutkan satu per satu.`, en: `${count} cells of the column “${title}” are wrong in the same way; the first ${named} are named one by one.` },
  };
}

/** Of each column the first cells that could not be read: a column of a hundred thousand, each with its sentence, is more than a process should be sent. */
export function firstUnreadable(unreadable: readonly Unreadable[], kept: number): Unreadable[] {
  const named = new Map<string, number>();
  return unreadable.filter(({ column }) => {
    const count = (named.get(column) ?? 0) + 1;
    named.set(column, count);
    return count <= kept;
  });
}

/** Cells that a report names of one rule in one column; the rest is counted. */
export const KEPT = 1000;
