import type { Indicator } from '../../datasets/dataset.types.js';
import { otherColumn, sameName } from '../formula/other-column.js';
import { readIndicator } from '../indicators.js';

/** The data sets that formulas name, each once, as the first of them names it. */
export function othersNamed(indicators: readonly Indicator[]): string[] {
  const names = indicators.map(readIndicator).flatMap(({ columns }) => columns.flatMap((column) => otherColumn(column)?.dataset ?? []));
  return [...new Map(names.toReversed().map((name) => [sameName(name), name])).values()].toReversed();
}

/** The columns of one of them that formulas use. */
export const columnsNamed = (indicators: readonly Indicator[], dataset: string): string[] =>
  indicators.map(readIndicator).flatMap(({ columns }) => columns.flatMap((column) => { const written = otherColumn(column); return written && sameName(written.dataset) === sameName(dataset) ? [written.column] : []; }));
