import { isDecimal } from '../analysis/decimal.js';
import type { OutlierRule } from '../datasets/dataset.types.js';
import type { Sheet } from './finding.js';
import { SENTENCES } from './sentences.js';

export const ENOUGH = 5;

/** A change against last period far from the other regions' changes: modified z-score by median and MAD (Iglewicz and Hoaglin). A threshold, so floats do. A row that names no region is compared with nothing. */
export function checkOutliers(sheet: Sheet, { column, region }: OutlierRule): void {
  const { level, tolerance } = sheet.settings.outlier;
  if (level === 'OFF') return;
  const limit = Number(tolerance?.by);
  const before = new Map((sheet.context.lastPeriod ?? []).map((row) => [row[region], numberOf(row[column])]));
  const changes = sheet.rows.flatMap((row, index) => {
    const now = numberOf(sheet.sound(index, column));
    const old = row[region] ? before.get(row[region]) : undefined;
    return old !== undefined && old !== 0 && Number.isFinite(now / old) ? [{ index, old, now, change: now / old - 1 }] : [];
  });
  if (changes.length < ENOUGH) return;
  const centre = median(changes.map(({ change }) => change));
  const spread = median(changes.map(({ change }) => Math.abs(change - centre)));
  for (const { index, old, now, change } of changes) {
    if (Math.abs(change - centre) < 1e-9 || (spread > 0 && (0.6745 * Math.abs(change - centre)) / spread <= limit)) continue;
    sheet.atCell('outlier', level, index, column, SENTENCES.outlier(sheet.title(column), change, old, now));
  }
}

/** What is no decimal text is no number either, though JavaScript reads `0x1F`. */
const numberOf = (text: string | null | undefined): number => (isDecimal(text) ? Number(text) : Number.NaN);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

