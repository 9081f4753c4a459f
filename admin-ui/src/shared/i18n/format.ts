import { useLanguage, type Language } from './language.js';

/** Times are shown in the office's zone, wherever the browser stands; the server may name another. */
let zone = 'Asia/Jakarta';
export const officeZone = (): string => zone;
export function setOfficeZone(next: string | undefined): void {
  if (next) zone = next;
}

const locale = (lang: Language): string => (lang === 'en' ? 'en-GB' : 'id-ID');
const ZONES: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' };

/** The zone as people call it. */
export const zoneName = (): string => ZONES[zone] ?? zone;

function dateTime(value: string, lang: Language): string {
  const text = new Intl.DateTimeFormat(locale(lang), {
    timeZone: zone, day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).format(new Date(value));
  return `${text} ${ZONES[zone] ?? ''}`.trim();
}

function day(value: string, lang: Language): string {
  const plain = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return new Intl.DateTimeFormat(locale(lang), {
    timeZone: plain ? 'UTC' : zone, day: 'numeric', month: 'long', year: 'numeric',
  }).format(new Date(value));
}

function size(bytes: number, lang: Language): string {
  const [amount, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  return `${new Intl.NumberFormat(locale(lang), { maximumFractionDigits: 1 }).format(amount)} ${unit}`;
}

/** Dates, numbers and sizes as an office writes them; an absent date is a dash. */
export const useFormat = () => formatIn(useLanguage());

/** The same in a language that is not the screen's. */
export function formatIn(lang: Language) {
  return {
    dateTime: (value: string | null | undefined) => (value ? dateTime(value, lang) : '–'),
    day: (value: string | null | undefined) => (value ? day(value, lang) : '–'),
    /** A value as submitted: moments as an office writes them, all else as it is. */
    value: (value: string) => (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value) ? dateTime(value, lang) : value),
    /** A number that the server wrote, with all of its digits. */
    figure: (text: string) => new Intl.NumberFormat(locale(lang), { minimumFractionDigits: text.split('.')[1]?.length ?? 0, maximumFractionDigits: 100 }).format(text as Intl.StringNumericLiteral),
    number: (value: number) => new Intl.NumberFormat(locale(lang)).format(value),
    percent: (fraction: number) => new Intl.NumberFormat(locale(lang), { style: 'percent' }).format(fraction),
    size: (bytes: number) => size(bytes, lang),
  };
}
