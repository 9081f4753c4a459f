import type { ReadTable } from '../tables/index.js';
import { checkCells } from './check-cells.js';
import { checkChange } from './check-change.js';
import { checkColumns } from './check-columns.js';
import { checkCompare } from './check-compare.js';
import { checkContributors } from './check-contributors.js';
import { checkGrid } from './check-grid.js';
import { checkKey } from './check-key.js';
import { checkOutliers } from './check-outliers.js';
import { checkSum } from './check-sum.js';
import { checkWholes } from './check-wholes.js';
import { KEPT } from './duckdb/faults.js';
import { firstOfEach, type Looked } from './looked.js';
import { Sheet, type Described, type Finding, type VerificationContext } from './finding.js';

/** Every check of step 9, on canonical text: each finding by name. */
export const verify = (dataset: Described, table: ReadTable, context: VerificationContext): Finding[] => [...lookedAt(dataset, table, context, Number.POSITIVE_INFINITY).findings];

/**
 * Cells first: what they find wrong, the later checks leave alone.
 * @param kept - findings of each rule and column that are named.
 */
export function lookedAt(dataset: Described, table: ReadTable, context: VerificationContext, kept: number = KEPT): Looked {
  const sheet = new Sheet(dataset, table, context);
  checkColumns(sheet);
  checkCells(sheet);
  checkKey(sheet);
  for (const rule of dataset.rules) {
    if (rule.kind === 'sum') checkSum(sheet, rule);
    else if (rule.kind === 'compare') checkCompare(sheet, rule);
    else if (rule.kind === 'grid') checkGrid(sheet, rule);
  }
  checkWholes(sheet);
  checkOutliers(sheet, sheet.dataset.rules.filter((rule) => rule.kind === 'outlier'));
  checkContributors(sheet);
  checkChange(sheet);
  return { ...firstOfEach(sheet.findings.sort(byPlace((column) => sheet.letter(column))), kept), judged: sheet.judged };
}

/** As a reader goes through the sheet: the table, then row by row, from column to column. */
export const byPlace = (letter: (column: string) => string) => (a: Finding, b: Finding): number =>
  (a.row ?? 0) - (b.row ?? 0) || (a.row === null ? 0 : order(letter(a.column ?? ''), letter(b.column ?? '')));

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
