import type { Big } from 'big.js';
import { decimal, isDecimal, quotient } from '../decimal.js';
import type { Formula, Sign } from './formula.js';

/** Exact: rounding happens once, at the end. */
interface Fraction {
  readonly over: Big;
  readonly under: Big;
}

/** Why there is no value: a column without one, or a division by zero. */
export type NoValue = { readonly why: 'empty'; readonly column: string } | { readonly why: 'division' };
export type Computed = { readonly value: string } | NoValue;

/** The formula's value, half up to `decimals` places. A missing value makes the whole missing; nothing is filled. */
export function compute(formula: Formula, valueOf: (column: string) => string | undefined, decimals: number): Computed {
  const result = fractionOf(formula, valueOf);
  return 'why' in result ? result : { value: quotient(result.over, result.under, decimals) };
}

function fractionOf(formula: Formula, valueOf: (column: string) => string | undefined): Fraction | NoValue {
  switch (formula.kind) {
    case 'number':
      return whole(formula.value);
    case 'column': {
      const value = valueOf(formula.name);
      return isDecimal(value) ? whole(value) : { why: 'empty', column: formula.name };
    }
    case 'negative': {
      const of = fractionOf(formula.of, valueOf);
      return 'why' in of ? of : { ...of, over: of.over.times(-1) };
    }
    case 'operation': {
      const left = fractionOf(formula.left, valueOf);
      if ('why' in left) return left;
      const right = fractionOf(formula.right, valueOf);
      return 'why' in right ? right : OPERATIONS[formula.sign](left, right);
    }
  }
}

const whole = (value: string): Fraction => ({ over: decimal(value), under: decimal(1) });
const added = (a: Fraction, b: Fraction): Fraction => ({ over: a.over.times(b.under).plus(b.over.times(a.under)), under: a.under.times(b.under) });

const OPERATIONS: Readonly<Record<Sign, (a: Fraction, b: Fraction) => Fraction | NoValue>> = {
  '+': added,
  '-': (a, b) => added(a, { ...b, over: b.over.times(-1) }),
  '*': (a, b) => ({ over: a.over.times(b.over), under: a.under.times(b.under) }),
  '/': (a, b) => (b.over.eq(0) ? { why: 'division' } : { over: a.over.times(b.under), under: a.under.times(b.over) }),
};
