import type { Text } from 'tertib';
import { partsOf, type PatternPart } from './variable-pattern.js';

/** What one place may hold; English in the singular and in the plural. */
type Name = readonly [id: string, en: string, many: string];

const NAMES: Readonly<Record<string, Name>> = {
  '\\d': ['angka', 'digit', 'digits'], '[0-9]': ['angka', 'digit', 'digits'],
  '\\w': ['huruf, angka, atau “_”', 'letter, digit or “_”', 'letters, digits or “_”'],
  '.': ['huruf, angka, atau tanda', 'character', 'characters'],
  '[A-Z]': ['huruf kapital', 'capital letter', 'capital letters'], '[a-z]': ['huruf kecil', 'small letter', 'small letters'], '[A-Za-z]': ['huruf', 'letter', 'letters'],
  '[A-Z0-9]': ['huruf kapital atau angka', 'capital letter or digit', 'capital letters or digits'], '[A-Za-z0-9]': ['huruf atau angka', 'letter or digit', 'letters or digits'],
};

const COUNT = /^\{(\d+)(,?)(\d*)\}$/;
/** What is not a name of a class stands for itself, but for what is escaped. */
const itself = (what: string): string => what.replace(/^\\/, '');

/**
 * What a column's pattern asks for, as one says it to who fills it in: `\d{2}-[A-Z]+` is “2 angka, lalu “-”, lalu huruf kapital, sedikitnya 1”.
 *
 * @example
 * patternWords('\\d{18}').id; // '18 angka'
 */
export function patternWords(pattern: string): Text {
  const said: Text[] = [];
  let fixed = '';
  const saySo = () => {
    if (fixed) said.push({ id: `“${fixed}”`, en: `“${fixed}”` });
    fixed = '';
  };
  for (const part of partsOf(pattern) ?? []) {
    // Characters that follow one another are one word.
    if (isItself(part)) fixed += itself(part.what);
    else {
      saySo();
      said.push(partWords(part));
    }
  }
  saySo();
  if (said.length === 0) return { id: pattern, en: pattern };
  return { id: said.map(({ id }) => id).join(', lalu '), en: said.map(({ en }) => en).join(', then ') };
}

const isItself = ({ what, times }: PatternPart): boolean => times === '' && !(what in NAMES) && !what.startsWith('[');

function partWords({ what, times }: PatternPart): Text {
  const [id, one, many] = nameOf(what);
  if (times === '') return { id: `1 ${id}`, en: `1 ${one}` };
  if (times === '?') return { id: `boleh 1 ${id}`, en: `1 ${one} or none` };
  const [, least = times === '+' ? '1' : '0', comma = ',', most = ''] = COUNT.exec(times) ?? [];
  if (!comma) return { id: `${least} ${id}`, en: `${least} ${least === '1' ? one : many}` };
  if (most) return { id: `${least} sampai ${most} ${id}`, en: `${least} to ${most} ${many}` };
  return least === '0' ? { id: `${id}, boleh kosong`, en: `${many}, or none` } : { id: `${id}, sedikitnya ${least}`, en: `${many}, at least ${least}` };
}

function nameOf(what: string): Name {
  const known = NAMES[what];
  if (known) return known;
  const inside = /^\[(\^?)(.*)\]$/su.exec(what);
  if (!inside) return [`“${itself(what)}”`, `“${itself(what)}”`, `“${itself(what)}”`];
  const [, not, listed] = inside;
  return not ? [`tanda selain “${listed}”`, `character but “${listed}”`, `characters but “${listed}”`] : [`tanda dari “${listed}”`, `character of “${listed}”`, `characters of “${listed}”`];
}
