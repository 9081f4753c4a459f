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
 * Whether the numbers contradict each other, so that nobody knows who is behind the cell: somebody is behind a value that is not zero, two contribute no more than all,
 * one contributes all, and the two largest of several no less than two of them do on average. Where somebody contributes less than nothing, only the first holds.
 */
export function isImplausible({ value, count, largestTwo }: Contributions): boolean {
  if (!isDecimal(value) || !isDecimal(count)) return false;
  if (decimal(count).lte(0)) return !decimal(value).eq(0) || decimal(count).lt(0) || (isDecimal(largestTwo) && !decimal(largestTwo).eq(0));
  if (!isDecimal(largestTwo) || decimal(value).lt(0) || decimal(largestTwo).lt(0)) return false;
  if (decimal(count).eq(1)) return !decimal(largestTwo).eq(value);
  return decimal(largestTwo).gt(value) || (decimal(count).gte(2) && decimal(largestTwo).times(count).lt(decimal(value).times(2)));
}

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
