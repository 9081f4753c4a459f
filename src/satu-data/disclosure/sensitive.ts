import { decimal, isDecimal } from '../analysis/decimal.js';

/** Where a cell begins to tell of single persons or businesses; the office's procedure names these three. */
export interface Thresholds {
  /** A cell that so many units or fewer contribute to is sensitive. */
  readonly frequency: number;
  /** So is one whose two largest contributors make up more than so many percent of it. */
  readonly dominance: number;
}

export const THRESHOLDS: Thresholds = { frequency: 3, dominance: 85 };

/** What is known of who contributes to a cell. */
export interface Contributions {
  readonly value: string;
  /** How many contribute. */
  readonly count: string;
  /** What the two largest of them contribute together. Absent where the value is itself the count. */
  readonly largestTwo?: string | undefined;
}

/** Who contributes less than nothing has no share in a whole. */
export class NegativeContribution extends Error {
  override readonly name = 'NegativeContribution';

  constructor() {
    super('Dominance is not defined for negative contributions');
  }
}

export type Sensitivity = 'frequency' | 'dominance';

/**
 * Primary suppression: why a cell may not be published, or null. Empty cells and zeros tell of nobody.
 *
 * The rules are those of sdcTable's `primarySuppression` of type `freq` (`maxN`) and `nk` (n = 2), with zeros allowed.
 *
 * @throws {@link NegativeContribution}
 */
export function sensitivity({ value, count, largestTwo }: Contributions, { frequency, dominance }: Thresholds = THRESHOLDS): Sensitivity | null {
  if (!isDecimal(count) || decimal(count).eq(0)) return null;
  if (decimal(count).lte(frequency)) return 'frequency';
  if (!isDecimal(largestTwo) || !isDecimal(value) || decimal(value).eq(0)) return null;
  if (decimal(value).lt(0) || decimal(largestTwo).lt(0)) throw new NegativeContribution();
  return decimal(largestTwo).times(100).gt(decimal(value).times(dominance)) ? 'dominance' : null;
}
