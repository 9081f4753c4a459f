import type { Text } from '../../../sdk/index.js';
import { childrenOf, GRID_TYPES, type FormComponent, type FormDefinition } from '../../forms/index.js';
import { inOrder, type Change } from './change.js';
import { fieldFacts } from './field-facts.js';
import { labelOf, typeInWords } from './form-words.js';
import { sharedOrder } from './line-diff.js';
import { both, differing, quoted, say } from './wording.js';

interface Placed {
  readonly component: FormComponent;
  readonly label: Text;
  /** The part that holds it; empty for the form itself. */
  readonly parent: string;
}

/** Fields by where their values go: the same key in another grid is another field, in another panel the same. */
function placed(form: FormDefinition): Map<string, Placed> {
  const found = new Map<string, Placed>();
  const visit = (components: readonly FormComponent[], grid: string, parent: string): void => {
    for (const component of components) {
      const id = `${grid}${component.key}`;
      found.set(id, { component, label: labelOf(form, component), parent });
      visit(childrenOf(component), GRID_TYPES.has(component.type) ? `${id}.` : grid, id);
    }
  };
  visit(form.components, '', '');
  return found;
}

/** Two versions of a form, field by field. */
export function compareForms(before: FormDefinition, after: FormDefinition): Change[] {
  const [old, now] = [placed(before), placed(after)];
  const shared = [...old.keys()].filter((id) => now.has(id));
  const added = [...now].filter(([id]) => !old.has(id)).map(([, { component, label }]) => field('added', component, say((part) => `Isian baru ${part(quoted(label))} (${part(typeInWords(component.type))})`, (part) => `New field ${part(quoted(label))} (${part(typeInWords(component.type))})`)));
  const removed = [...old].filter(([id]) => !now.has(id)).map(([, { component, label }]) => field('removed', component, say((part) => `Isian ${part(quoted(label))} dihapus`, (part) => `Field ${part(quoted(label))} removed`)));
  const changed = shared.flatMap((id) => {
    const [was, is] = [old.get(id) as Placed, now.get(id) as Placed];
    return differing(is.component.key, quoted(is.label), fieldFacts(before, was.component), fieldFacts(after, is.component));
  });
  return inOrder([...title(before, after), ...added, ...removed, ...changed, ...moved(old, now, shared)]);
}

const field = (change: Change['change'], { key }: FormComponent, words: Text): Change => ({ change, place: key, words });

const PAGES: Readonly<Record<string, Text>> = { wizard: { id: 'satu halaman untuk tiap panel', en: 'a page for each panel' }, form: { id: 'semua pada satu halaman', en: 'all on one page' } };

function title(before: FormDefinition, after: FormDefinition): Change[] {
  const fact = (form: FormDefinition) => new Map([
    ['title', { label: { id: 'Judul', en: 'Title' }, raw: JSON.stringify(form.title), value: { id: String(form.title?.id), en: String(form.title?.en) } }],
    ['display', { label: { id: 'Halaman', en: 'Pages' }, raw: String(form.display), value: PAGES[form.display] ?? both(String(form.display)) }],
  ]);
  return differing('', { id: 'formulir', en: 'The form' }, fact(before), fact(after));
}

/** Those that stand elsewhere among the ones which both versions have; as few as possible are named. */
function moved(old: ReadonlyMap<string, Placed>, now: ReadonlyMap<string, Placed>, shared: readonly string[]): Change[] {
  const stayed = new Set<string>();
  for (const parent of new Set([...now.values()].map((item) => item.parent))) {
    const inside = (all: ReadonlyMap<string, Placed>) => [...all.keys()].filter((id) => old.get(id)?.parent === parent && now.get(id)?.parent === parent);
    const [was, is] = [inside(old), inside(now)];
    for (const [index] of sharedOrder(was, is)) stayed.add(was[index] as string);
  }
  return shared.filter((id) => !stayed.has(id)).map((id) => {
    const { component, label, parent } = now.get(id) as Placed;
    const siblings = [...now].filter(([, item]) => item.parent === parent).map(([key]) => key);
    const previous = now.get(siblings[siblings.indexOf(id) - 1] ?? '')?.label;
    const holder = now.get(parent)?.label ?? both('');
    const where = previous
      ? say((part) => `sesudah ${part(quoted(previous))}`, (part) => `after ${part(quoted(previous))}`)
      : parent ? say((part) => `ke awal ${part(quoted(holder))}`, (part) => `to the beginning of ${part(quoted(holder))}`) : { id: 'ke awal formulir', en: 'to the beginning of the form' };
    return field('moved', component, say((part) => `Isian ${part(quoted(label))} dipindah ${part(where)}`, (part) => `Field ${part(quoted(label))} moved ${part(where)}`));
  });
}
