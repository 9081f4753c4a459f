/** Days are numbers: those since 1 January 1970. */
const MONDAY = 4;
const [WEEK, WORKED] = [7, 5] as const;

/** How many Mondays to Fridays there are up to a day; only differences of it mean anything. */
export function weekdaysUpTo(day: number): number {
  const week = Math.floor((day - MONDAY) / WEEK);
  return week * WORKED + Math.min(day - MONDAY - week * WEEK + 1, WORKED);
}

/** The Monday to Friday up to which there are so many. */
export function weekdayAt(count: number): number {
  const week = Math.floor((count - 1) / WORKED);
  return MONDAY + week * WEEK + (count - 1 - week * WORKED);
}

export const isWeekday = (day: number): boolean => weekdaysUpTo(day) > weekdaysUpTo(day - 1);
