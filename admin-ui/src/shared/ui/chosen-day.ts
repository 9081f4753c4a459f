import { fromLocal, officeZone, type useFormat } from '../i18n/index.js';

/** A browser writes days in the order of its own language: below the field the chosen one is said in words. Nothing where nothing is chosen, or what is typed is no day yet. */
export function chosenDay(type: string | undefined, value: unknown, format: ReturnType<typeof useFormat>): string {
  if (typeof value !== 'string' || value === '' || (type !== 'date' && type !== 'datetime-local')) return '';
  const moment = type === 'date' ? value : fromLocal(value.slice(0, 16), officeZone());
  if (Number.isNaN(Date.parse(moment))) return '';
  return type === 'date' ? format.day(moment) : format.dateTime(moment);
}
