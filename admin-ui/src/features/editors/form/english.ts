import type { FormComponent } from '../../../api/index.js';
import { eachComponent } from '../../../shared/formio/prepare.js';

type English = Readonly<Record<string, string>>;
type Spoken = Record<string, unknown> & { english?: unknown };

/** Settings that people read, by their place in a component; in a component's `english` each stands under its last name. */
export const TEXTS: readonly string[] = ['label', 'title', 'legend', 'placeholder', 'description', 'tooltip', 'addAnother', 'validate.customMessage'];
/** Lists whose entries have a label each. */
const LISTS: readonly string[] = ['values', 'data.values', 'columns', 'table.columns'];
/** Their label is a name for the editor only. */
const UNLABELLED = new Set(['panel', 'fieldset', 'well', 'columns', 'content', 'button', 'bagian']);

const inside = (component: object, path: string): unknown => path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], component);
export const englishKey = (path: string): string => path.split('.').at(-1) ?? path;
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

interface Place {
  text: string;
  /** What holds the English text, and under which name. */
  holder: Spoken;
  name: string | undefined;
}

/** Every text of a component, with where its English stands while the builder has it. */
function placesOf(component: FormComponent): Place[] {
  const own = TEXTS.filter((path) => path !== 'label' || !UNLABELLED.has(component.type)).flatMap((path) => {
    const text = inside(component, path);
    return isText(text) ? [{ text, holder: component as Spoken, name: englishKey(path) }] : [];
  });
  const listed = LISTS.flatMap((path) => inside(component, path) ?? []).filter((entry): entry is Spoken => typeof entry === 'object' && entry !== null && isText((entry as Spoken)['label']));
  return [...own, ...listed.map((entry) => ({ text: entry['label'] as string, holder: entry, name: undefined }))];
}

const said = ({ holder, name }: Place): unknown => (name === undefined ? holder.english : (holder.english as Record<string, unknown> | undefined)?.[name]);

/** For the builder: each text's English beside it. */
export function withEnglish(components: FormComponent[], english: English = {}): FormComponent[] {
  const copy = structuredClone(components);
  eachComponent(copy, (component) => {
    for (const { text, holder, name } of placesOf(component)) {
      const translated = english[text];
      if (translated === undefined) continue;
      if (name === undefined) holder.english = translated;
      else holder.english = { ...(holder.english as object | undefined), [name]: translated };
    }
  });
  return copy;
}

/**
 * From the builder: the English texts by the Indonesian ones, and the components without them. Where two components share a
 * text, what was changed counts; what no text asks for any more goes, and what is not a component's stays.
 */
export function gathered(components: FormComponent[], before: { components: FormComponent[]; english: English | undefined }): { components: FormComponent[]; english: Record<string, string> } {
  const old = before.english ?? {};
  const english: Record<string, string> = {};
  const copy = structuredClone(components);
  eachComponent(copy, (component) => {
    const places = placesOf(component);
    for (const place of places) {
      const value = said(place);
      const now = isText(value) ? value.trim() : '';
      if (english[place.text] === undefined || now !== (old[place.text] ?? '')) english[place.text] = now;
    }
    for (const { holder } of places) delete holder.english;
    dropBlank(component);
    delete (component as Spoken).english;
  });
  const once = new Set<string>();
  eachComponent(before.components, (component) => placesOf(component).forEach(({ text }) => once.add(text)));
  const others = Object.fromEntries(Object.entries(old).filter(([text]) => !once.has(text)));
  return { components: copy, english: { ...others, ...Object.fromEntries(Object.entries(english).filter(([, value]) => value !== '')) } };
}

/** The row that the dialog of a choice begins with, where nobody filled it in. */
function dropBlank(component: FormComponent): void {
  const holders = [component, component['data']] as ({ values?: Spoken[] } | undefined)[];
  for (const holder of holders) {
    if (!Array.isArray(holder?.values)) continue;
    holder.values = holder.values.filter(({ label, value }) => isText(label) || isText(value));
    for (const entry of holder.values) delete entry.english;
  }
  const { columns = [] } = (component['table'] ?? {}) as { columns?: Spoken[] };
  for (const column of columns) delete column.english;
}

export interface Missing {
  key: string;
  texts: string[];
}

/** Components with texts that nobody has put into English. */
export function missingEnglish(components: FormComponent[], english: English = {}): Missing[] {
  const missing: Missing[] = [];
  eachComponent(components, (component) => {
    const texts = [...new Set(placesOf(component).map(({ text }) => text))].filter((text) => /\p{L}/u.test(text) && english[text] === undefined);
    if (texts.length > 0) missing.push({ key: component.key, texts });
  });
  return missing;
}
