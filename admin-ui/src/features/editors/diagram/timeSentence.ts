import { formatIn, type Language } from '../../../shared/i18n/index.js';
import { readDate, readSpans, readVariable, type Span } from './time.js';
import type { Variable } from './variables.js';

const UNITS: Readonly<Record<Language, Readonly<Record<Span['unit'], string>>>> = {
  id: { years: 'tahun', months: 'bulan', weeks: 'minggu', days: 'hari', hours: 'jam', minutes: 'menit', seconds: 'detik' },
  en: { years: 'years', months: 'months', weeks: 'weeks', days: 'days', hours: 'hours', minutes: 'minutes', seconds: 'seconds' },
};

interface Say {
  before(days: string, field: string): string;
  at(field: string): string;
  on(date: string): string;
  working(days: string): string;
  after(span: string): string;
  every(span: string, times: number | null): string;
}

const SAY: Readonly<Record<Language, Say>> = {
  id: {
    before: (days, field) => `${days} hari kerja sebelum “${field}”.`,
    at: (field) => `Pada “${field}”.`,
    on: (date) => `Pada ${date}.`,
    working: (days) => `${days} hari kerja sejak langkah ini dicapai.`,
    after: (span) => `${span} sejak langkah ini dicapai.`,
    every: (span, times) => `Setiap ${span}${times === null ? '' : `, ${times} kali`}.`,
  },
  en: {
    before: (days, field) => `${days} working ${days === '1' ? 'day' : 'days'} before “${field}”.`,
    at: (field) => `At “${field}”.`,
    on: (date) => `On ${date}.`,
    working: (days) => `${days} working ${days === '1' ? 'day' : 'days'} after this step is reached.`,
    after: (span) => `${span} after this step is reached.`,
    every: (span, times) => `Every ${span}${times === null ? '' : `, ${times} times`}.`,
  },
};

/** A timer in a sentence; null where it cannot be read, or says nothing yet. */
export function timeSentence(lang: Language, body: string, workingDays: string, variables: readonly Pick<Variable, 'name' | 'label'>[]): string | null {
  const say = SAY[lang];
  const name = readVariable(body);
  if (name !== null) {
    const field = variables.find((one) => one.name === name)?.label ?? name;
    return workingDays ? say.before(workingDays, field) : say.at(field);
  }
  if (readDate(body) !== null) return say.on(formatIn(lang).dateTime(body.trim()));
  const said = readSpans(body);
  if (!said) return null;
  if (workingDays) return said.every ? null : say.working(workingDays);
  const span = said.spans.map((one) => `${one.count} ${unitName(lang, one)}`).join(' ');
  return said.every ? say.every(span, said.times) : say.after(span);
}

const unitName = (lang: Language, { unit, count }: Span): string => (lang === 'en' && count === 1 ? UNITS.en[unit].slice(0, -1) : UNITS[lang][unit]);
