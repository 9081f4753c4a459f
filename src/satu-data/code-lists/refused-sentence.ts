import type { Language, Text } from 'tertib';
import { formatDate } from '../shared/office-time.js';
import type { Refused } from './column-codes.js';

/** Why a code is not taken, and which one is meant. */
export function refusedSentence(value: string, { name, until, from, replacedBy, of, here }: Refused): Text {
  if (of && here) return { id: `“${value}” adalah kode ${name} dalam daftar “${of.id}”. Kolom ini memakai daftar “${here.list.id}”: tulis ${here.code}.`, en: `“${value}” is the code of ${name} in the list “${of.en}”. This column uses the list “${here.list.en}”: write ${here.code}.` };
  if (until) {
    return {
      id: `“${value}” (${name}) hanya berlaku sampai ${day(until, 'id')}, sebelum periode data ini.${replacedBy ? ` Penggantinya ${replacedBy}.` : ''}`,
      en: `“${value}” (${name}) was valid until ${day(until, 'en')} only, before the period of these data.${replacedBy ? ` It was replaced by ${replacedBy}.` : ''}`,
    };
  }
  return { id: `“${value}” (${name}) baru berlaku mulai ${day(from, 'id')}, sesudah periode data ini.`, en: `“${value}” (${name}) is valid from ${day(from, 'en')} only, after the period of these data.` };
}

const day = (date: string | undefined, language: Language): string => (date ? formatDate(new Date(`${date}T00:00:00Z`), language, 'UTC') : '');
