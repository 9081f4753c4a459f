import type { Judged } from '../../src/satu-data/verification/judged.js';

const COUNTED: ReadonlySet<string> = new Set(['compare', 'outlier', 'whole', 'contributors']);

/** What the check in memory judged, as DuckDB tells it: of most rules whether they judged any row. */
export const asLarge = (judged: readonly Judged[]): Judged[] => judged.map((one) => (COUNTED.has(one.rule) ? one : { ...one, rows: Math.min(1, one.rows) }));
