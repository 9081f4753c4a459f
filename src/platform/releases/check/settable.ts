import { propertiesOf, type HandlerCatalogue } from '../../../sdk/index.js';
import { walk, type FormDefinition } from '../../forms/index.js';
import { bareVariable } from '../diagram/condition.js';
import { extensionsOf, flowElements, nodes, type Node } from '../diagram/model.js';
import { givenVariables, parameterNames, type ReadDiagram } from '../read-diagrams.js';

/** Variables that someone sets in a process: a form, a handler, the start, a parameter. */
export interface Settable {
  readonly names: ReadonlySet<string>;
  /** Set by a parameter of a single step: no other step sees it. */
  readonly ofSteps: ReadonlySet<string>;
  /** There wherever they can be read: given at the start, or living in a part of the process. */
  readonly throughout: ReadonlySet<string>;
  /** What each element sets once it is done; null where it cannot be looked into. */
  readonly byElement: ReadonlyMap<Node, ReadonlySet<string> | null>;
  /** Some file or handler could not be looked into, so that there may be more. */
  readonly unsure: boolean;
}

interface Sources {
  readonly diagrams: readonly ReadDiagram[];
  readonly forms: ReadonlyMap<string, FormDefinition>;
  readonly broken: ReadonlySet<string>;
  readonly handlers: HandlerCatalogue;
}

export function settable({ process }: ReadDiagram, sources: Sources): Settable {
  const elements = [...flowElements(process)];
  const throughout = new Set(givenVariables(sources.diagrams, sources.forms).get(String(process.id)) ?? []);
  const ofSteps = new Set<string>();
  for (const element of elements) {
    const loop = element['loopCharacteristics'] as Node | undefined;
    if (typeof loop?.['elementVariable'] === 'string') throughout.add(loop['elementVariable']);
    for (const name of parameterNames(element, 'inputParameters')) if (!resets(element, name)) (element.$type === 'bpmn:SubProcess' ? throughout : ofSteps).add(name);
  }
  const byElement = new Map(elements.map((element) => [element, setBy(element, sources)]));
  const names = new Set([...throughout, ...[...byElement.values()].flatMap((set) => [...(set?.names ?? [])])]);
  return { names, ofSteps, throughout, byElement: new Map([...byElement].map(([element, { names: own, whole }]) => [element, whole ? own : null])), unsure: [...byElement.values()].some(({ whole }) => !whole) };
}

/** What an element is known to set, and whether that is all. */
function setBy(element: Node, { forms, broken, handlers }: Sources): { names: ReadonlySet<string>; whole: boolean } {
  const topic = element['topic'];
  const output = typeof topic === 'string' ? (handlers.handler(topic)?.output ?? null) : undefined;
  const names = [
    ...formFields(forms.get(String(element['formKey']))),
    ...extensionsOf(element, 'camunda:Out').map((out) => String(out['target'])),
    ...Object.keys(propertiesOf(output ?? null)),
    ...extensionsOf(element, 'camunda:InputOutput').flatMap((io) => nodes(io['outputParameters']).filter(isSet).map(({ name }) => String(name))),
  ];
  return { names: new Set(names), whole: output !== null && !broken.has(String(element['formKey'])) };
}

/** Not one without value, which only empties the variable, nor one that hands on what the step itself must get from elsewhere. */
const isSet = ({ name, value }: Node): boolean => value !== undefined && bareVariable(String(value)) !== name;

/** An input parameter without value only resets the variable. */
const resets = (element: Node, name: string): boolean =>
  extensionsOf(element, 'camunda:InputOutput').some((io) => nodes(io['inputParameters']).some((parameter) => parameter['name'] === name && parameter['value'] === undefined));

const formFields = (form: FormDefinition | undefined): string[] => (form ? [...walk(form.components)].filter((component) => component['processVariable'] === true).map((component) => component.key) : []);
