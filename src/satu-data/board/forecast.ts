/** What a forecast is made from: counts of data sets, and working days. */
export interface ForecastGiven {
  readonly asked: number;
  /** Validated in time so far; what was returned since is among them. */
  readonly answered: number;
  /** Still to come: asked, with the leader, or returned. With those answered it may be more than was asked. */
  readonly open: number;
  /** From now to the last deadline of those who may still deliver; negative once it has passed. */
  readonly daysLeft: number;
  /** Since the requests went out; null: they have not. */
  readonly daysSinceSent: number | null;
  /** Validated in the last {@link WINDOW} working days. */
  readonly lately: number;
  /** Share (0 to 1) of what came in time in the last period that had come this long before its deadline; null: no such period. */
  readonly lastPeriod: { readonly share: number; readonly total: number } | null;
}

export type ForecastReason = 'not-sent' | 'too-early' | 'too-few' | 'over' | 'done';
export interface Forecast {
  /** How many are expected to have been validated at the deadline; null: cannot be told. */
  readonly expected: number | null;
  /** In how many working days all would be there at today's pace; null: cannot be told. */
  readonly daysToAll: number | null;
  readonly basis: 'last-period' | 'pace' | null;
  /** Why there is none. */
  readonly reason: ForecastReason | null;
}

/** Working days over which the pace is taken. */
export const WINDOW = 5;
/** With less behind it a forecast would be a guess. */
const LEAST_DAYS = 3;
const LEAST_ANSWERS = 5;
const LEAST_LAST_PERIOD = 10;
const LEAST_SHARE = 0.1;
/** Further off, the pace of one week says nothing. */
const MOST_DAYS = 120;

/**
 * What will be there at the deadline. By the curve of the last period where it has one: offices deliver late and together, so a
 * pace taken early says too little. Otherwise by the pace of the last five working days. Where both have too little behind them there is none.
 */
export function forecastOf(given: ForecastGiven): Forecast {
  const reason = whyNot(given);
  if (reason) return { expected: null, daysToAll: null, basis: null, reason };
  const { asked, answered, open, daysLeft, daysSinceSent, lately, lastPeriod } = given;
  const days = Math.min(WINDOW, daysSinceSent ?? WINDOW);
  const known = lastPeriod !== null && lastPeriod.total >= LEAST_LAST_PERIOD && lastPeriod.share >= LEAST_SHARE;
  const atDeadline = known ? Math.round(answered / lastPeriod.share) : answered + Math.floor((lately * daysLeft) / days);
  const toAll = lately > 0 ? Math.ceil((open * days) / lately) : Infinity;
  return { expected: Math.min(Math.max(answered, asked), answered + open, Math.max(answered, atDeadline)), daysToAll: toAll > MOST_DAYS ? null : toAll, basis: known ? 'last-period' : 'pace', reason: null };
}

function whyNot({ answered, open, daysLeft, daysSinceSent }: ForecastGiven): ForecastReason | null {
  if (daysSinceSent === null) return 'not-sent';
  if (daysLeft < 0) return 'over';
  if (open === 0) return 'done';
  if (daysSinceSent < LEAST_DAYS) return 'too-early';
  return answered < LEAST_ANSWERS ? 'too-few' : null;
}
