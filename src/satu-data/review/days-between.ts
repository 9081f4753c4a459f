import { dayIn } from '../shared/office-time.js';

/** Calendar days from one day to another, both in the office's zone; negative where `to` is before. */
export const daysBetween = (from: Date | string, to: Date, timeZone: string): number =>
  Math.round((Date.parse(dayIn(timeZone)(to)) - Date.parse(typeof from === 'string' ? from : dayIn(timeZone)(from))) / 86_400_000);
