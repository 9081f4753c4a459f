import type { Indicator } from '../datasets/dataset.types.js';
import { compute, type Computed } from './formula/compute.js';
import { columnsIn, type Formula } from './formula/formula.js';
import { parseFormula } from './formula/parse.js';

/** An indicator with its formula read: what is computed, of which columns. */
export interface ReadIndicator extends Indicator {
  readonly read: Formula;
  readonly columns: readonly string[];
}

/** `numerator / denominator × factor` is a formula too; whoever gives one of his own leaves these empty. */
export function readIndicator(indicator: Indicator): ReadIndicator {
  const read = indicator.formula ? parseFormula(indicator.formula) : fraction(indicator);
  return { ...indicator, read, columns: columnsIn(read) };
}

const column = (name: string): Formula => ({ kind: 'column', name });

function fraction({ numerator, denominator, factor }: Indicator): Formula {
  const divided: Formula = { kind: 'operation', sign: '/', left: column(numerator), right: column(denominator) };
  return factor === '1' ? divided : { kind: 'operation', sign: '*', left: divided, right: { kind: 'number', value: factor } };
}

/** Its value of one row, or of sums. */
export const indicatorOf = ({ read, decimals }: ReadIndicator, valueOf: (column: string) => string | undefined): Computed => compute(read, valueOf, decimals);
