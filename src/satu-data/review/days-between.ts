import { dayIn } from '../shared/office-time.js';

/** Calendar days from one day to another, both in the office's zone; negative where `to` is before. */
export function daysBetween(from: Date | string, to: Date, timeZone: string): number {
  const dayOf = dayIn(timeZone);
  return Math.round((Date.parse(dayOf(to)) - Date.parse(typeof from === 'string' ? from : dayOf(from))) / 86_400_000);
}
