import { formatDate } from '../shared/office-time.js';
import { parsePeriod } from '../tables/written-period.js';
import { daysBetween } from './days-between.js';
import { counted, fact, type Fact } from './fact.js';

export interface Times {
  /** The year that the data are about. */
  readonly year: number;
  readonly validatedAt: Date | null;
  /** The producer's deadline as it now stands. */
  readonly deadline: Date | null;
  readonly releaseDate: Date;
  readonly timeZone: string;
}

/** Timeliness is the lag from the end of the reference period (SDMX); punctuality the lag from the deadline. */
export function timelinessFacts({ year, validatedAt, deadline, releaseDate, timeZone }: Times): Fact[] {
  const end = `${year}-12-31`;
  const lag = (at: Date) => lagWords(daysBetween(end, at, timeZone));
  const punctual = validatedAt && deadline ? [fact({ id: 'Ketepatan terhadap batas waktu', en: 'Punctuality' }, punctuality(daysBetween(deadline, validatedAt, timeZone), validatedAt <= deadline))] : [];
  return [
    ...(validatedAt ? [fact({ id: `Dari akhir tahun data (31 Desember ${year}) sampai data diterima`, en: `From the end of the data’s year (31 December ${year}) until the data came` }, lag(validatedAt))] : []),
    ...punctual,
    fact({ id: 'Rencana rilis', en: 'Planned release' }, withDate(lag(releaseDate), releaseDate, timeZone)),
  ];
}

/** The year that rows of this period are of, however an office writes it (`2024`, `2024-Q1`, `Triwulan IV 2024`, `Desember 2024`): data are often collected in the year after. Null where it names none. */
export function dataYear(period: string | null): number | null {
  // What is no period, such as `2024 (sementara)`, or might be two, such as `2011/12`, still begins with its year.
  const written = parsePeriod(period ?? '')?.from ?? period ?? '';
  const [year = '0'] = /^\d{4}(?!\d)/.exec(written) ?? [];
  return Number(year) || null;
}

const lagWords = (days: number) => (days >= 0 ? counted(days, 'hari', 'days') : counted(-days, 'hari sebelum tahun data berakhir', 'days before that year ended'));

function punctuality(days: number, inTime: boolean) {
  if (!inTime) return counted(Math.max(days, 0), 'hari sesudah batas waktu', 'days after the deadline');
  return days === 0 ? { id: 'pada hari batas waktu', en: 'on the day of the deadline' } : counted(-days, 'hari sebelum batas waktu', 'days before the deadline');
}

const withDate = (lag: { id: string; en: string }, at: Date, timeZone: string) => ({ id: `${formatDate(at, 'id', timeZone)} (${lag.id})`, en: `${formatDate(at, 'en', timeZone)} (${lag.en})` });
