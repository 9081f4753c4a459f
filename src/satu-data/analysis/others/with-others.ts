import type { DatasetEntity } from '../../datasets/dataset.entity.js';
import type { Analysis, Row } from '../analyse.js';
import type { Figures } from '../figures.js';
import { otherColumn } from '../formula/other-column.js';
import { readIndicator } from '../indicators.js';

/** Indicators that use columns of another data set. */
export const acrossIn = ({ indicators }: Pick<DatasetEntity, 'indicators'>): string[] => indicators.map(readIndicator).flatMap(({ name, columns }) => (columns.some(otherColumn) ? [name] : []));

/** Rows with the indicators that need other data sets, as the figures have them: of a row that has all its keys. */
export function withOthers(analysis: Analysis, figures: Figures, dataset: Pick<DatasetEntity, 'indicators'>): Analysis {
  const names = acrossIn(dataset);
  if (names.length === 0) return analysis;
  const computed = new Map<number, Row>();
  for (const { table, row, at } of figures.cube.facts) {
    if (table !== 0 || Object.keys(at).length < figures.cube.dimensions.length) continue;
    computed.set(row, Object.fromEntries(names.flatMap((column) => { const { value } = figures.of({ column, operation: 'nilai', where: at }); return value === null ? [] : [[column, value] as const]; })));
  }
  return { ...analysis, rows: analysis.rows.map((row, index) => ({ ...row, ...computed.get(index) })) };
}
