import { KEBAB_CASE, type Plugin, type Text } from '../../sdk/index.js';

export interface KnownStepProperty {
  /** Of the `camunda:property`. */
  readonly name: string;
  readonly title: Text;
  readonly values: readonly { readonly value: string; readonly name: Text }[];
}

/** What the platform itself reads of a step. */
const TAKEN = new Set(['step', 'office', 'person', 'same-as', 'recorded-by', 'working-days']);

/** What applications want to know of the steps of diagrams. */
export class StepProperties {
  readonly all: readonly KnownStepProperty[];

  /** @throws a sentence for what a plugin names wrongly. */
  constructor(plugins: readonly Pick<Plugin, 'name' | 'stepProperties'>[] = []) {
    const names = new Set(TAKEN);
    this.all = plugins.flatMap(({ name: plugin, stepProperties = {} }) =>
      Object.entries(stepProperties).map(([name, { title, values }]) => {
        if (!KEBAB_CASE.test(name)) throw new Error(`The step property "${name}" of the plugin "${plugin}" must be kebab-case, e.g. "kind-of-work"`);
        if (names.has(name)) throw new Error(`The step property "${name}" of the plugin "${plugin}" is taken: give it another name`);
        if (Object.keys(values).length === 0) throw new Error(`The step property "${name}" of the plugin "${plugin}" has no values to choose from`);
        names.add(name);
        return { name, title, values: Object.entries(values).map(([value, of]) => ({ value, name: of })) };
      }));
  }
}
