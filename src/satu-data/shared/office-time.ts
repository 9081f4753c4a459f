import type { Language, Text } from 'tertib';

const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** A day as an office writes it, in its zone: 1 Maret 2026. */
export const formatDate = (at: Date, language: Language, timeZone: string): string => new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone }).format(at);

/** With the time of day: 1 Maret 2026 pukul 16.00. */
export const formatTime = (at: Date, language: Language, timeZone: string): string => new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at);

export const inBoth = (write: (language: Language) => string): Text => ({ id: write('id'), en: write('en') });

/** The day of a moment in a zone, YYYY-MM-DD. */
export function dayIn(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit' });
  return (at) => format.format(at);
}

/** `2026-03-31 16:00` in the office's zone: it sorts as text. */
export function officeTime(timeZone: string): (at: Date | null | undefined) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  return (at) => (at ? format.format(at) : '');
}
