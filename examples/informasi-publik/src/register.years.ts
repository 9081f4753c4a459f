import type { Year } from './register.schemas.js';
import type { RequestEntity } from './requests.entity.js';

type Row = Pick<RequestEntity, 'receivedAt' | 'outcome' | 'grounds' | 'daysTaken' | 'objectedAt'>;

/** Figures of each year in which a request came, the latest first. */
export function yearsOf(rows: readonly Row[], zone: string): Year[] {
  const yearOf = yearIn(zone);
  const years = [...new Set(rows.map(yearOf))].toSorted((a, b) => b - a);
  return years.map((year) => figures(year, rows.filter((row) => yearOf(row) === year)));
}

/** The year on the office's calendar: times are stored in UTC, where New Year's morning in Jakarta is still the old year. */
export function yearIn(zone: string): (row: Pick<Row, 'receivedAt'>) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' });
  return ({ receivedAt }) => Number(format.format(new Date(receivedAt)));
}

function figures(year: number, rows: readonly Row[]): Year {
  const count = (outcome: Row['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  const days = rows.flatMap(({ daysTaken }) => daysTaken ?? []);
  const grounds: Record<string, number> = {};
  for (const letter of rows.flatMap((row) => row.grounds.split(',').filter(Boolean))) grounds[letter] = (grounds[letter] ?? 0) + 1;
  return {
    year,
    received: rows.length,
    granted: count('diberikan'),
    partly: count('sebagian'),
    refused: count('ditolak'),
    elsewhere: count('tidak-dikuasai'),
    open: count(null),
    objections: rows.filter(({ objectedAt }) => objectedAt !== null).length,
    averageDays: days.length ? Math.round((days.reduce((sum, day) => sum + day, 0) / days.length) * 10) / 10 : null,
    grounds,
  };
}
