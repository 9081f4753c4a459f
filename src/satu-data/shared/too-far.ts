import type { Text } from 'tertib';
import { reject } from './reject.js';

/** Nothing is collected over so long a time: somebody has mistyped the year. */
const MOST_YEARS = 5;

export const TOO_FAR: Text = { id: `Tanggal ini lebih dari ${MOST_YEARS} tahun lagi. Periksa tahunnya.`, en: `This date is more than ${MOST_YEARS} years ahead. Check its year.` };

export function isTooFar(date: Date, now: Date): boolean {
  const most = new Date(now);
  most.setUTCFullYear(most.getUTCFullYear() + MOST_YEARS);
  return date > most;
}

/** Refuses a submission with such a date, at its field. */
export function refuseTooFar(path: string, date: Date, now: Date): void {
  if (isTooFar(date, now)) reject(path, TOO_FAR.id, TOO_FAR.en);
}
