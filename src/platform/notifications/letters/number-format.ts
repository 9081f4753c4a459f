const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** A day in the office's zone. */
export interface OfficeDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export function officeDate(instant: Date, zone: string): OfficeDate {
  const [year = 0, month = 0, day = 0] = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant).split('-').map(Number);
  return { year, month, day };
}

/** Fills `{n}` (or padded, `{n:3}`), `{roman month}`, `{month}` and `{year}`. Without `{n}` two letters would share a number, so it is put first. */
export function formatNumber(format: string, sequence: number, { year, month }: OfficeDate): string {
  const complete = /\{n(:\d)?\}/.test(format) ? format : `{n}/${format}`;
  return complete
    .replace(/\{n(?::(\d))?\}/g, (_all, width?: string) => String(sequence).padStart(Number(width ?? 1), '0'))
    .replaceAll('{roman month}', ROMAN[month - 1] ?? '')
    .replaceAll('{month}', String(month).padStart(2, '0'))
    .replaceAll('{year}', String(year));
}
