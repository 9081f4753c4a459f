import type { DatasetAnalysis } from '../analysis/opened.js';
import { protect, type Protected } from '../disclosure/protect.js';

/** What of an analysis the public may see. Of a large table nothing is hidden: one with something to hide is not published. */
export const visible = (analysis: DatasetAnalysis): Protected =>
  analysis.large ? { columns: analysis.large.columns, rows: analysis.large.rows, totals: analysis.totals, hidden: [], open: [] } : protect(analysis);
