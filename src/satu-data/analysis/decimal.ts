import { Big, type BigSource } from 'big.js';

/** Decimal arithmetic on canonical text (`-1234.5`); statistics are never floats. */
export const decimal = (value: BigSource): Big => new Big(value);

/** True for canonical decimal text. */
export const isDecimal = (value: string | undefined | null): value is string => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);

/** `a / b`, rounded once: half up to `decimals` places. */
export function quotient(a: Big, b: Big, decimals: number): string {
  const Rounded = Big();
  Rounded.DP = decimals;
  Rounded.RM = Big.roundHalfUp;
  const result = new Rounded(a).div(new Rounded(b));
  return (result.eq(0) ? new Rounded(0) : result).toFixed(decimals);
}

/** `a / b × factor`, half up to `decimals` places, or null where it cannot be computed. */
export function ratio(a: string | undefined, b: string | undefined, factor: string, decimals: number): string | null {
  if (!isDecimal(a) || !isDecimal(b) || decimal(b).eq(0)) return null;
  return quotient(decimal(a).times(factor), decimal(b), decimals);
}

/** Sum of the values that are there. Null when none is. */
export function sum(values: readonly (string | undefined)[]): string | null {
  const present = values.filter(isDecimal);
  return present.length === 0 ? null : present.reduce((total, value) => total.plus(value), decimal(0)).toFixed();
}
