import type { RuleTrial } from './data-list.schemas.js';

/* The screens read this as well: of the SDK nothing may be imported here. */

type Language = 'id' | 'en';
type Tried = Pick<RuleTrial['rules'][number], 'judged' | 'lacking' | 'broken'>;

const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };
const shown = (count: number, language: Language): string => new Intl.NumberFormat(LOCALES[language]).format(count);
const rowsIn = (count: number, language: Language): string => `${shown(count, language)} ${language === 'id' ? 'baris' : count === 1 ? 'row' : 'rows'}`;
const named = (titles: readonly string[]): string => titles.map((title) => `“${title}”`).join(', ');

const LACKING: Readonly<Record<Language, (titles: readonly string[]) => string>> = {
  id: (titles) => `tabel periode lalu tidak memiliki kolom ${named(titles)}`,
  en: (titles) => `the table of the last period does not have the column${titles.length === 1 ? '' : 's'} ${named(titles)}`,
};

/** What a rule found among so many rows of the last period: a row that has no number to compare is neither right nor wrong. */
export function triedWords({ judged, lacking, broken }: Tried, rows: number, language: Language): string {
  const isIndonesian = language === 'id';
  const [some, of, left] = [shown(broken, language), rowsIn(judged, language), rowsIn(rows - judged, language)];
  if (rows === 0) return isIndonesian ? 'Tidak dapat dinilai: tabel periode lalu tidak berisi baris.' : 'It could not be judged: the table of the last period has no rows.';
  if (lacking.length > 0) return isIndonesian ? `Tidak dapat dinilai: ${LACKING.id(lacking)}.` : `It could not be judged: ${LACKING.en(lacking)}.`;
  if (judged === 0) return isIndonesian ? `Tidak dapat dinilai: pada ${rowsIn(rows, 'id')} periode lalu, kolomnya kosong atau tidak berisi angka yang benar.` : `It could not be judged: of ${rowsIn(rows, 'en')} of the last period, none has a sound number in each of its columns.`;
  if (judged === rows) return isIndonesian ? `Dilanggar oleh ${some} dari ${of} periode lalu.` : `Broken by ${some} of ${of} of the last period.`;
  return isIndonesian ? `Dilanggar oleh ${some} dari ${of} periode lalu yang dapat dinilai; ${left} lain kosong atau tidak berisi angka yang benar.` : `Broken by ${some} of the ${of} of the last period that could be judged; ${left} more without a sound number.`;
}

export const NO_TABLE: Readonly<Record<Language, string>> = { id: 'Belum ada tabel periode lalu untuk dicoba.', en: 'There is no table of the last period to try it on.' };

/** Why built-in rules found nothing in columns that the last period's table does not have. */
export const lackingWords = (titles: readonly string[], language: Language): string =>
  language === 'id' ? `Kolom baru tidak dinilai: ${LACKING.id(titles)}.` : `New columns were not judged: ${LACKING.en(titles)}.`;
