import type { Row } from '../analysis/analyse.js';
import type { DatasetAnalysis } from '../analysis/opened.js';
import { protect, without, type HiddenCell, type Protected } from '../disclosure/protect.js';
import { NegativeContribution } from '../disclosure/sensitive.js';
import type { LargeHidden } from '../large/large.types.js';

/** What of an analysis the public may see, and how much of it is hidden. */
export interface Visible extends Omit<Protected, 'open' | 'openSums'> {
  /** All hidden cells: of a large table `hidden` has those of its first rows. */
  readonly hiddenCount: number;
  readonly open: LargeHidden['open'];
  readonly openSums: LargeHidden['openSums'];
  readonly unclear: LargeHidden['unclear'];
  readonly refused: LargeHidden['refused'];
}

const MOST_NAMED = 5;
const NOTHING: LargeHidden = { count: 0, cells: [], open: { count: 0, named: [] }, openSums: { count: 0, named: [] }, unclear: [], refused: null };

/** @param found - what is hidden in a large table; null where nothing is to be protected in it. */
export function visible(given: DatasetAnalysis, found: LargeHidden | null): Visible {
  const analysis = withoutUntold(given);
  const { large, dataset, totals } = analysis;
  if (large) {
    const { count, cells, open, openSums, unclear, refused } = found ?? NOTHING;
    return { ...without(cells, dataset, { ...large, totals }), hidden: cells, hiddenCount: count, open, openSums, unclear, refused };
  }
  const told = protectedOrNull(analysis);
  if (!told) return { ...without([], dataset, analysis), hidden: [], hiddenCount: 0, open: NOTHING.open, openSums: NOTHING.openSums, unclear: [], refused: 'negative' };
  const { open, openSums } = told;
  const namesOf = (cells: readonly HiddenCell[]) => cells.slice(0, MOST_NAMED).map((cell) => ({ row: rowName(analysis, cell), column: cell.column }));
  return { ...told, hiddenCount: told.hidden.length, open: { count: open.length, named: namesOf(open) }, openSums: { count: openSums.length, named: openSums.slice(0, MOST_NAMED).map(namesOf) }, unclear: told.hidden.length > 0 ? analysis.unclear.slice(0, MOST_NAMED) : [], refused: null };
}

/** Null where contributions are negative: nobody can say then what tells of whom. */
function protectedOrNull(analysis: DatasetAnalysis): Protected | null {
  try {
    return protect(analysis);
  } catch (error) {
    if (error instanceof NegativeContribution) return null;
    throw error;
  }
}

/** A row by its keys, as an official would point at it; null for the totals. */
export function rowName({ columns, rows }: Pick<DatasetAnalysis, 'columns' | 'rows'>, { row }: HiddenCell): string | null {
  if (row === rows.length) return null;
  const keys = columns.filter(({ key }) => key).flatMap(({ name }) => rows[row]?.[name] ?? []);
  return keys.join(' ') || String(row + 1);
}

/** Without the indicators that would tell what of another data set is not public. */
function withoutUntold(analysis: DatasetAnalysis): DatasetAnalysis {
  const names = new Set(analysis.untold?.map(({ name }) => name));
  if (names.size === 0) return analysis;
  const told = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([name]) => !names.has(name)));
  const columns = (all: DatasetAnalysis['columns']) => all.filter(({ name }) => !names.has(name));
  const { large } = analysis;
  return { ...analysis, columns: columns(analysis.columns), rows: analysis.rows.map(told), totals: told(analysis.totals), large: large && { ...large, columns: columns(large.columns), rows: large.rows.map(told) } };
}
