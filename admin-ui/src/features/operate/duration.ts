import { useT } from '../../shared/i18n/index.js';
import { words } from './words.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time as people say it, in one unit: `3 hari`. */
export function useDuration(): (seconds: number | undefined) => string {
  const t = useT(words);
  return (seconds) => {
    if (seconds === undefined) return '–';
    if (seconds < MINUTE) return t.seconds(seconds);
    if (seconds < HOUR) return t.minutes(Math.round(seconds / MINUTE));
    if (seconds < 2 * DAY) return t.hours(Math.round(seconds / HOUR));
    return t.daysLong(Math.round(seconds / DAY));
  };
}
