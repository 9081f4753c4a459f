import type { HandlerCatalogue, LetterEntry, Text } from '../../../sdk/index.js';
import type { FormDefinition } from '../../forms/index.js';
import { ANSWERS, isMail, OFFICE_VALUES } from '../../notifications/index.js';
import { flowElements } from '../diagram/model.js';
import type { ReadDiagram } from '../read-diagrams.js';
import { earlierThan, rootsOf } from './earlier.js';
import { formValues } from './form-values.js';
import { stepsOf, valuesOf, type LetterStep } from './letter-steps.js';

/** Where a letter's values come from, as people are told. */
export interface ValueGroup {
  readonly from: 'step' | 'form' | 'office';
  readonly title: Text;
  /** With made-up values, as the letter gets them. */
  readonly example: Readonly<Record<string, unknown>>;
  /** What people call each, by its path in the letter. */
  readonly names: Readonly<Record<string, Text>>;
}

/** All that a letter or mail may name. */
export interface LetterScope {
  readonly steps: readonly LetterStep[];
  readonly groups: readonly ValueGroup[];
  /** What the step is known to hand over; null where nobody has described it, so that there may be more than the groups have. */
  readonly values: LetterEntry | null;
  /** The procedures whose cases come to one of the steps. */
  readonly procedures: readonly string[];
}

export interface ScopeSources {
  readonly diagrams: readonly ReadDiagram[];
  readonly forms: ReadonlyMap<string, FormDefinition>;
  readonly handlers: HandlerCatalogue;
}

const BY_STEP: Text = { id: 'Diberikan oleh langkah ini', en: 'Given by this step' };

export function letterScope(key: string, { diagrams, forms, handlers }: ScopeSources): LetterScope {
  const steps = stepsOf(key, diagrams, handlers);
  const values = valuesOf(key, steps, handlers);
  const own: ValueGroup[] = values ? [{ from: 'step', title: BY_STEP, example: values.example, names: values.names }] : [];
  return {
    steps,
    groups: [...own, ...formsBefore(steps, diagrams, forms), OFFICE_VALUES[isMail(key) ? 'mail' : 'letter']],
    values,
    procedures: [...new Set(steps.flatMap(({ diagram }) => rootsOf(diagram.process, diagrams)))],
  };
}

/** The forms that people have filled in by then, in the order of their titles. */
function formsBefore(steps: readonly LetterStep[], diagrams: readonly ReadDiagram[], forms: ReadonlyMap<string, FormDefinition>): ValueGroup[] {
  const keys = new Set<string>();
  for (const { diagram, elementId } of steps) {
    const element = [...flowElements(diagram.process)].find(({ id }) => id === elementId);
    for (const { formKey } of element ? earlierThan(element, diagram, diagrams) : []) if (typeof formKey === 'string') keys.add(formKey);
  }
  return [...keys].flatMap((key) => {
    const form = forms.get(key);
    return form ? [form] : [];
  }).toSorted((a, b) => (a.title.id < b.title.id ? -1 : 1)).map(groupOf);
}

function groupOf(form: FormDefinition): ValueGroup {
  const { example, names } = formValues(form);
  const place = `${ANSWERS}.${form.key}`;
  return {
    from: 'form',
    title: form.title,
    example: { [ANSWERS]: { [form.key]: example } },
    names: Object.fromEntries(Object.entries(names).map(([path, name]) => [`${place}.${path}`, name])),
  };
}

/** All of it in one, as the letter would get it. */
export function exampleOf({ groups }: Pick<LetterScope, 'groups'>): Record<string, unknown> {
  const answers = groups.flatMap(({ example }) => Object.entries((example[ANSWERS] as Record<string, unknown> | undefined) ?? {}));
  // What a step hands over goes before what every letter has.
  return { ...Object.assign({}, ...groups.toReversed().map(({ example }) => example)), [ANSWERS]: Object.fromEntries(answers) };
}
