/** How a past case would fare, worst first. */
export const OUTCOMES = ['stopped', 'unfilled', 'other', 'unknown', 'same'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What is different, and what it makes of the case. */
export const CODES = {
  'no-flow': 'stopped',
  'cannot-compare': 'stopped',
  'never-came': 'stopped',
  'branch-missing': 'stopped',
  'not-in-draft': 'stopped',
  endless: 'stopped',
  'field-empty': 'unfilled',
  'nobody-did': 'unfilled',
  'other-flow': 'other',
  added: 'other',
  skipped: 'other',
  'value-unknown': 'unknown',
  'not-retold': 'unknown',
  same: 'same',
} as const satisfies Readonly<Record<string, Outcome>>;
export type Code = keyof typeof CODES;

/** Where a case leaves the way it took. */
export interface Difference {
  readonly code: Code;
  readonly processKey: string;
  readonly elementId: string;
  /** The flow that it would take, the field that is empty, or the variable that is asked for. */
  readonly detail: string;
  /** Where it went in fact, or the value that cannot be compared. */
  readonly instead: string;
  readonly at: string;
}

const ENGINE_STOPS = new Set<Code>(['no-flow', 'cannot-compare']);

/** Of all that differs: where the engine itself would stop, else what comes first. */
export function decisive(differences: readonly Difference[]): Difference | undefined {
  const sorted = differences.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
  return sorted.find(({ code }) => ENGINE_STOPS.has(code)) ?? sorted[0];
}
