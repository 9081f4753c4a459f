import type { Text } from 'tertib';
import { linesOf, listedCodes } from '../datasets/listed-codes.js';
import { withMark } from '../shared/decimal-mark.js';
import { inBoth } from '../shared/office-time.js';
import { partOf, type TableSetting } from './table-words.js';

type Line = Readonly<Record<string, unknown>>;
export interface Difference {
  readonly label: Text;
  readonly before: Text;
  readonly after: Text;
}
type Pair = Omit<Difference, 'label'>;

/** More are counted, and a text that is longer is cut: who wants to know all of it opens the table. */
const MOST = 8;
const LONGEST = 80;
const NONE: Text = { id: 'tidak ada', en: 'not there' };
const EMPTY: Text = { id: 'kosong', en: 'empty' };
const NOTHING: Text = { id: '', en: '' };

const differ = ({ before, after }: Pair): boolean => before.id !== after.id || before.en !== after.en;
const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
const joined = (texts: readonly Text[]): Text => inBoth((language) => texts.map((one) => one[language]).join('; '));

/** What differs in a part of a table's description, and nothing else of it; null where nothing of it can be seen. */
export function tableDifference(field: string, before: unknown, after: unknown): Difference | null {
  const { label, setting, nameOf, settings = [] } = partOf(field);
  const found = setting ? settingPair(setting, before, after) : linesPair(named(before, nameOf), named(after, nameOf), settings);
  return differ(found) ? { label: { ...label }, ...found } : null;
}

/** By name, in their order; of two that have the same one the second is numbered. */
function named(value: unknown, nameOf: (line: Line) => Text): Map<string, { readonly name: Text; readonly line: Line }> {
  const given: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? splitLines(value) : [];
  const found = new Map<string, { name: Text; line: Line }>();
  for (const one of given) {
    const line = (typeof one === 'object' && one !== null ? one : { line: one }) as Line;
    const name = nameOf(line);
    let key = name.id;
    for (let number = 2; found.has(key); number += 1) key = `${name.id} (${number})`;
    found.set(key, { name: key === name.id ? inBoth((language) => cut(name[language])) : { id: key, en: key }, line });
  }
  return found;
}

type Named = ReturnType<typeof named>;

function linesPair(old: Named, now: Named, settings: readonly TableSetting[]): Pair {
  const pairs = [...new Set([...old.keys(), ...now.keys()])].flatMap((key): Pair[] => {
    const [one, other] = [old.get(key), now.get(key)];
    const name = (one ?? other)?.name ?? NOTHING;
    if (one && other) return withSettings(name, settings.map((setting) => ({ label: setting.label, ...settingPair(setting, one.line[setting.key], other.line[setting.key]) })).filter(differ));
    const missing = inBoth((language) => `${name[language]}: ${NONE[language]}`);
    return [{ before: one ? name : old.size > 0 ? missing : NOTHING, after: other ? name : now.size > 0 ? missing : NOTHING }];
  });
  // The same lines in another order.
  if (pairs.length === 0) return { before: joined([...old.values()].map(({ name }) => name)), after: joined([...now.values()].map(({ name }) => name)) };
  const said = (side: keyof Pair): Text => {
    const texts = pairs.slice(0, MOST).map((pair) => pair[side]).filter(({ id }) => id !== '');
    const more = pairs.length - MOST;
    return joined(more > 0 && texts.length > 0 ? [...texts, { id: `dan ${more} lagi`, en: `and ${more} more` }] : texts);
  };
  return { before: said('before'), after: said('after') };
}

function withSettings(name: Text, found: readonly Difference[]): Pair[] {
  const said = (side: keyof Pair) => inBoth((language) => `${name[language]}: ${found.map((one) => `${one.label[language]} ${one[side][language] || EMPTY[language]}`).join(', ')}`);
  return found.length > 0 ? [{ before: said('before'), after: said('after') }] : [];
}

/** Of codes, those that differ themselves or in what they mean. */
function settingPair(setting: TableSetting, before: unknown, after: unknown): Pair {
  if (!setting.isCodes) return { before: valueOf(setting, before), after: valueOf(setting, after) };
  const [old, now] = [codesIn(before), codesIn(after)];
  const only = (some: readonly string[], others: readonly string[]) => inBoth(() => cut(some.filter((code) => !others.includes(code)).join('; ')));
  const found = { before: only(old, now), after: only(now, old) };
  return differ(found) ? found : { before: inBoth(() => cut(old.join('; '))), after: inBoth(() => cut(now.join('; '))) };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' || value === true ? String(value) : '');
const splitLines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);
const codesIn = (value: unknown): string[] => splitLines(linesOf(listedCodes(textOf(value))));

function valueOf({ words, isNumber }: TableSetting, value: unknown): Text {
  const text = textOf(value);
  return inBoth((language) => words?.[text]?.[language] ?? cut(isNumber ? withMark(text, language) : text));
}
