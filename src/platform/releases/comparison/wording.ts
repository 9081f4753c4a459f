import type { Text } from '../../../sdk/index.js';
import type { Change, Fact } from './change.js';

export const both = (text: string): Text => ({ id: text, en: text });
export const map = (text: Text, change: (words: string) => string): Text => ({ id: change(text.id), en: change(text.en) });
export const quoted = (text: Text): Text => map(text, (words) => `“${words}”`);
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** Sentences of both languages, from texts of both. */
export const say = (id: (part: (text: Text) => string) => string, en: (part: (text: Text) => string) => string): Text => ({ id: id((text) => text.id), en: en((text) => text.en) });

export const YES: Text = { id: 'ya', en: 'yes' };
const NO: Text = { id: 'tidak', en: 'no' };
const NOTHING: Text = { id: 'tidak ada', en: 'none' };
/** Beyond this nobody finds the word that differs. */
const LONGEST = 120;
const AROUND = 30;

/** `14 hari`, `10 hari` → `14 → 10 hari`; of long texts only the part that differs. */
function arrow(before: string, after: string): string {
  const [, count, unit] = /^(\d+) (\p{L}+(?: \p{L}+)*)$/u.exec(before) ?? [];
  if (unit !== undefined && after.endsWith(` ${unit}`) && /^\d+ /.test(after)) return `${count} → ${after}`;
  if (before.length <= LONGEST && after.length <= LONGEST) return `${before} → ${after}`;
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
  return `${cut(before, head)} → ${cut(after, head)}`;
}

function cut(text: string, head: number): string {
  const from = head > AROUND ? head - AROUND : 0;
  return `${from > 0 ? '…' : ''}${text.slice(from, from + LONGEST)}${from + LONGEST < text.length ? '…' : ''}`;
}

/** The facts that differ, as changes of one place; `of` is what people call the place. */
export function differing(place: string, of: Text, before: ReadonlyMap<string, Fact>, after: ReadonlyMap<string, Fact>): Change[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    const label = (is ?? was)?.label;
    if (was?.raw === is?.raw || !label) return [];
    const absent = [was?.value, is?.value].includes(YES) ? NO : NOTHING;
    const [old, now] = [was?.value ?? absent, is?.value ?? absent];
    const [id, en] = [`${label.id} ${of.id}`, `${capital(of.en)}, ${label.en.toLowerCase()}`];
    return [{ change: 'changed' as const, place, words: { id: `${id}: ${arrow(old.id, now.id)}`, en: `${en}: ${arrow(old.en, now.en)}` } }];
  });
}
