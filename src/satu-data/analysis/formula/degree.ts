import type { Formula, Sign } from './formula.js';

/**
 * By which power a formula grows where all that adds up in it does: 0 for a ratio, 1 for a sum or a difference, 2 for a product; null where it is neither (`rumah + 5`).
 * A constant is 0, and so is a column that does not add up.
 */
export function degreeOf(formula: Formula, addsUp: (column: string) => boolean): number | null {
  switch (formula.kind) {
    case 'number':
      return 0;
    case 'column':
      return addsUp(formula.name) ? 1 : 0;
    case 'negative':
      return degreeOf(formula.of, addsUp);
    case 'operation': {
      const [left, right] = [degreeOf(formula.left, addsUp), degreeOf(formula.right, addsUp)];
      return left === null || right === null ? null : OPERATIONS[formula.sign](left, right);
    }
  }
}

const alike = (a: number, b: number): number | null => (a === b ? a : null);
const OPERATIONS: Readonly<Record<Sign, (a: number, b: number) => number | null>> = { '+': alike, '-': alike, '*': (a, b) => a + b, '/': (a, b) => a - b };

/** Whether it means of sums what it means of a row: a ratio, a sum, a difference, also times a constant. Houses times persons of two districts are not those of their sums. */
export const isOfSums = (formula: Formula, addsUp: (column: string) => boolean): boolean => [0, 1].includes(degreeOf(formula, addsUp) ?? -1);
