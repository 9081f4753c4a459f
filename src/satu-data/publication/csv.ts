import { safeText } from '../tables/safe-text.js';

/** How a cell is written that is there but not told, as in SDMX (`CL_OBS_STATUS`); an empty one is missing. */
export const CONFIDENTIAL = 'c';

/** RFC 4180 with CRLF: a header of names, then the rows; missing values are empty. */
export function toCsv(names: readonly string[], rows: readonly Readonly<Record<string, string | null>>[]): string {
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string): string {
  const safe = safeText(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
