import { asOneStep, extensionFor, list, setChildren, type DiagramElement, type ModdleElement, type Modeler } from '../model.js';

interface Property {
  readonly name: string;
  readonly isReference?: boolean;
}
interface Described extends ModdleElement {
  readonly $descriptor: { readonly properties: readonly Property[] };
  readonly $parent?: Described;
}

/** Something with properties of its own: the element itself, or what stands in it. */
export interface Part {
  readonly node: ModdleElement;
  /** Where it stands; null for the element itself. */
  readonly within: { readonly parent: ModdleElement; readonly property: string } | null;
}

/** What is drawn on its own, and has a panel of its own. */
const DRAWN = new Set(['flowElements', 'artifacts', 'laneSets', 'lanes', 'childLaneSet', 'participants', 'messageFlows', 'processRef', 'di']);
/** What an event is about stands elsewhere in the diagram, and nowhere else can it be written. */
const MEANT = new Set(['messageRef', 'signalRef', 'errorRef', 'escalationRef']);

const isNode = (value: unknown): value is Described => typeof value === 'object' && value !== null && '$type' in value;

/** The element, then all that stands in it, in the order of the file. */
export function partsOf({ businessObject }: Pick<DiagramElement, 'businessObject'>): Part[] {
  return [{ node: businessObject, within: null }, ...inside(businessObject as Described)];
}

function inside(parent: Described): Part[] {
  return parent.$descriptor.properties
    .filter(({ name, isReference = false }) => !DRAWN.has(local(name)) && (!isReference || MEANT.has(local(name))))
    .flatMap(({ name }) => [parent.get(name)].flat().filter(isNode).flatMap((node) => [{ node, within: { parent, property: name } }, ...inside(node)]));
}

export const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The property's name as the diagram's file has it; undefined where the kind of element has none. */
export const propertyOf = (node: ModdleElement, name: string): string | undefined => (node as Described).$descriptor.properties.find((one) => local(one.name) === name)?.name;

/** Writes one property; text that is empty takes it out. */
export function writePart(modeler: Modeler, element: DiagramElement, { node, within }: Part, property: string, value: string | boolean): void {
  const change = { [property]: value === '' ? undefined : value };
  if (within) modeler.get('modeling').updateModdleProperties(element, node, change);
  else modeler.get('modeling').updateProperties(element, change);
}

/** What may be added to an element, and what holds it: a list among the extensions, or the extensions themselves. */
const ADDED: Readonly<Record<string, readonly [holder: string, property: string] | null>> = {
  'camunda:Property': ['camunda:Properties', 'values'],
  'camunda:InputParameter': ['camunda:InputOutput', 'inputParameters'],
  'camunda:OutputParameter': ['camunda:InputOutput', 'outputParameters'],
  'camunda:In': null,
  'camunda:Out': null,
  'camunda:FailedJobRetryTimeCycle': null,
};
const ABOUT: Readonly<Record<string, readonly [property: string, type: string]>> = {
  'bpmn:MessageEventDefinition': ['messageRef', 'bpmn:Message'],
  'bpmn:SignalEventDefinition': ['signalRef', 'bpmn:Signal'],
  'bpmn:ErrorEventDefinition': ['errorRef', 'bpmn:Error'],
  'bpmn:EscalationEventDefinition': ['escalationRef', 'bpmn:Escalation'],
};
const ACTIVITY = /Task$|SubProcess$|CallActivity$/;

/** Kinds of parts that this element may get. */
export function addableTo(element: DiagramElement): string[] {
  if (element.type === 'bpmn:SequenceFlow') return ['camunda:Property'];
  const about = definitionsOf(element).flatMap((one) => (ABOUT[one.$type] && !one.get(ABOUT[one.$type]?.[0] ?? '') ? [ABOUT[one.$type]?.[1] ?? ''] : []));
  const called = element.type === 'bpmn:CallActivity' ? ['camunda:In', 'camunda:Out'] : [];
  const work = ACTIVITY.test(element.type) ? ['camunda:InputParameter', 'camunda:OutputParameter', 'camunda:FailedJobRetryTimeCycle'] : [];
  return [...about, 'camunda:Property', ...called, ...work];
}

const definitionsOf = (element: DiagramElement): ModdleElement[] => list(element.businessObject['eventDefinitions']);

/** Adds an empty part, as one step. */
export function addPart(modeler: Modeler, element: DiagramElement, type: string): void {
  asOneStep(modeler, () => {
    const moddle = modeler.get('moddle');
    const holder = ADDED[type];
    if (holder === undefined) return addMeant(modeler, element, type);
    if (holder === null) return void extensionFor(modeler, element, type, true);
    const parent = extensionFor(modeler, element, holder[0]);
    setChildren(modeler, element, parent, holder[1], [...list(parent.get(holder[1])), moddle.create(type)]);
  });
}

/** The message, signal, error or escalation that an event is about, as an element of the file. */
function addMeant(modeler: Modeler, element: DiagramElement, type: string): void {
  const definition = definitionsOf(element).find((one) => ABOUT[one.$type]?.[1] === type);
  const root = rootOf(element.businessObject as Described);
  if (!definition) return;
  const made = modeler.get('moddle').create(type, { id: `${local(type)}_${element.id}` });
  setChildren(modeler, element, root, 'rootElements', [...list(root.get('rootElements')), made]);
  modeler.get('modeling').updateModdleProperties(element, definition, { [ABOUT[definition.$type]?.[0] ?? '']: made });
}

const rootOf = (node: Described): Described => (node.$parent ? rootOf(node.$parent) : node);

/** Whether somebody may take it out here: what the drawing shows is removed in the drawing. */
export const isRemovable = ({ node }: Part): boolean => node.$type in ADDED;

export function removePart(modeler: Modeler, element: DiagramElement, { node, within }: Part): void {
  if (!within) return;
  const rest = list(within.parent.get(within.property)).filter((one) => one !== node);
  modeler.get('modeling').updateModdleProperties(element, within.parent, { [within.property]: rest });
}
