import type { FieldProblem } from 'tertib';
import { normal } from '../tables/header-names.js';
import { listField, isTableField, type ListField, type RowValues, type Stage } from './list-fields.js';
import { descriptionProblems, tableOf } from './table-description.js';

/** Producers by id, code and name, each as {@link normal} has it. */
export type Producers = ReadonlyMap<string, { readonly id: string; readonly name: string; readonly code: string }>;

type Read = { readonly value: string } | { readonly id: string; readonly en: string };
// oxlint-disable-next-line no-control-regex -- control and direction characters are what is looked for
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/;

/** What somebody typed or pasted into a cell, as it is kept; or why it cannot be. Blank is always kept: a list is drawn up bit by bit. */
export function readCell(field: ListField, given: string, producers: Producers): Read {
  const value = given.trim();
  if (value === '') return { value };
  if (UNSEEN.test(value)) return { id: 'Ada karakter yang tidak terlihat. Ketik ulang isian ini.', en: 'There are invisible characters. Type it again.' };
  if (value.length > field.max) return { id: `Paling banyak ${field.max} huruf.`, en: `At most ${field.max} letters.` };
  return READERS[field.kind](value, field, producers);
}

const asIs = (value: string): Read => ({ value });
const READERS: Readonly<Record<ListField['kind'], (value: string, field: ListField, producers: Producers) => Read>> = {
  text: asIs,
  long: asIs,
  link: (value) => (/^https?:\/\/[^\s<>"]+$/.test(value) && URL.canParse(value) ? { value } : { id: 'Tulis alamat lengkap, diawali https://', en: 'Write the whole address, beginning with https://' }),
  choice: (value, { options = [] }) => {
    const found = options.find((one) => [one.value, one.label.id, one.label.en].some((name) => normal(name) === normal(value)));
    if (found) return { value: found.value };
    const names = (language: 'id' | 'en') => options.map(({ label }) => label[language]).join(', ');
    return { id: `“${value}” bukan pilihan. Yang ada: ${names('id')}.`, en: `“${value}” is no choice. There are: ${names('en')}.` };
  },
  producer: (value, _, producers) => {
    const found = producers.get(normal(value));
    return found ? { value: found.id } : { id: `Produsen data “${value}” tidak dikenal. Tulis nama atau kode perangkat daerah yang terdaftar.`, en: `The producer “${value}” is not known. Write the name or code of an office that is registered.` };
  },
};

/** The fields of a row that somebody changes, ready to be kept, with what is refused. `stages` are those that are on. */
export function readValues(given: Readonly<Record<string, unknown>>, before: RowValues, path: string, producers: Producers, stages: readonly Stage[]): { readonly values: Record<string, unknown>; readonly problems: FieldProblem[] } {
  const values: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  const say = (key: string, id: string, en: string) => problems.push({ path: `${path}.${key}`, message: { id, en } });
  for (const [key, value] of Object.entries(given)) {
    const field = listField(key);
    if (isTableField(key)) values[key] = value;
    else if (!field) say(key, `Isian “${key}” tidak dikenal.`, `There is no field “${key}”.`);
    else if (typeof value !== 'string') say(key, 'Isian ini harus berupa teks.', 'This must be text.');
    else if (!stages.includes(field.stage)) say(key, ...NOT_NOW[field.stage]);
    else {
      const read = readCell(field, value, producers);
      if ('value' in read) values[key] = read.value;
      else say(key, read.id, read.en);
    }
  }
  if (Object.keys(given).some(isTableField)) {
    if (!stages.includes('listing')) say('variabel', ...NOT_NOW.listing);
    problems.push(...descriptionProblems(tableOf({ ...before, ...values }), path));
  }
  return { values, problems };
}

const NOT_NOW: Readonly<Record<Stage, readonly [string, string]>> = {
  listing: ['Daftar data sedang diperiksa atau sudah dikirim, sehingga isian ini tidak dapat diubah.', 'The list is being checked or has been sent, so this cannot be changed.'],
  checking: ['Kode metadata diisi oleh pemeriksa, saat daftar data diperiksa.', 'The metadata code is filled in by whoever checks the list, while it is checked.'],
  published: ['Tautan portal diisi setelah datanya dipublikasikan.', 'Portal links are filled in once the data are public.'],
};
