/** The day in the office's zone, as YYYY-MM-DD. */
const dayOf = (at: Date, timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/** Calendar days from one day to another, both in the office's zone; negative where `to` is before. */
export const daysBetween = (from: Date | string, to: Date, timeZone: string): number =>
  Math.round((Date.parse(dayOf(to, timeZone)) - Date.parse(typeof from === 'string' ? from : dayOf(from, timeZone))) / 86_400_000);
