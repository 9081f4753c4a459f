import { isDecimal } from '../analysis/decimal.js';
import { contributedIn, impossible, impossibleSentence, type Contribution } from './contributors.js';
import type { Sheet } from './finding.js';

/** Whether the contributors that a row names can have what it says; silent where one of the numbers is missing or wrong already. */
export function checkContributors(sheet: Sheet): void {
  const found = contributedIn(sheet.dataset.variables).flatMap((one) => {
    const rows = sheet.rows.flatMap((_, index) => {
      const contribution = contributionOf((name) => sheet.sound(index, name), one.variable.name, one.count, one.largestTwo);
      return contribution ? [{ one, index, contribution }] : [];
    });
    sheet.judged.push({ rule: 'contributors', column: one.variable.name, rows: rows.length });
    return rows;
  });
  // All are looked at before one is told: two measures may have the same column of contributors.
  for (const { one, index, contribution } of found) {
    const fault = impossible(one, contribution);
    if (fault) sheet.atCell('contributors', fault.severity, index, fault.column, impossibleSentence(fault, contribution, (name) => sheet.title(name), one));
  }
}

function contributionOf(of: (name: string) => string | null, name: string, counts: string, column: string | null): Contribution | null {
  const [value, count, largestTwo] = [of(name), of(counts), column === null ? null : of(column)];
  return isDecimal(value) && isDecimal(count) ? { value, count, largestTwo: isDecimal(largestTwo) ? largestTwo : null } : null;
}
