import type { Text } from 'tertib';
import { isNumeric, type Variable } from '../datasets/dataset.types.js';
import { EMPTY_SIGNS, type EmptySign } from './sign-list.js';
import type { Remark } from './table.types.js';

/**
 * Those that mean "no value" as long as an office has not said otherwise. A dash is none of them: in BPS's tables it says "none or zero", in other offices' "not
 * available", so that whoever wrote it is asked.
 */
export const USUAL_SIGNS: readonly EmptySign[] = ['…', '...', 'n.a.', 'NA'];

/** Of a text or a code, a dash may be the value. */
export const hasSigns = ({ type }: Pick<Variable, 'type'>): boolean => isNumeric(type) || type === 'date';

/** Big and small letters are the same. */
export function isSignOf(signs: readonly string[], text: string): boolean {
  const small = text.toLowerCase();
  return signs.some((sign) => sign.toLowerCase() === small);
}

export const isSign = (text: string): boolean => isSignOf(EMPTY_SIGNS, text);

/** Why a sign is refused that means no value to nobody here. */
export const signSentence = (text: string): Text => ({
  id: `“${text}” bukan nilai. Tulis 0 bila nilainya nol, atau kosongkan sel ini bila datanya tidak ada.`,
  en: `“${text}” is no value. Write 0 if it is zero, or leave the cell empty if there is none.`,
});

/** What was taken as empty, by its sign as it was written. */
export function signRemarks(counts: ReadonlyMap<string, number>): Remark[] {
  if (counts.size === 0) return [];
  const found = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const [id, en] = [found.map(([sign, count]) => `${count} sel berisi “${sign}”`).join(', '), found.map(([sign, count]) => `${count} ${count === 1 ? 'cell' : 'cells'} with “${sign}”`).join(', ')];
  return [{ severity: 'INFO', message: { id: `${id} dibaca sebagai kosong, bukan nol. Kolom yang wajib tetap harus diisi.`, en: `${en} ${found.length === 1 && found[0]?.[1] === 1 ? 'was' : 'were'} taken as empty, not as zero. Required columns still have to be filled.` } }];
}
