/** As much of bpmn-js as the panel uses. */
export interface ModdleElement {
  $type: string;
  id: string;
  name?: string;
  get(name: string): unknown;
  [property: string]: unknown;
}

export interface DiagramElement {
  id: string;
  type: string;
  businessObject: ModdleElement;
  source?: DiagramElement;
  labelTarget?: DiagramElement;
}

interface Modeling {
  updateProperties(element: DiagramElement, properties: Record<string, unknown>): void;
  removeElements(elements: DiagramElement[]): void;
  updateModdleProperties(element: DiagramElement, target: ModdleElement, properties: Record<string, unknown>): void;
}

interface Services {
  modeling: Modeling;
  moddle: { create(type: string, properties?: Record<string, unknown>): ModdleElement };
  bpmnReplace: { replaceElement(element: DiagramElement, target: { type: string }): DiagramElement };
  elementRegistry: { getAll(): DiagramElement[]; get(id: string): DiagramElement | undefined };
  commandStack: { execute(command: string, context: object): void; undo(): void };
  selection: { select(element: DiagramElement): void };
}

/** The modeler, whatever its class. */
export interface Modeler {
  get<K extends keyof Services>(name: K): Services[K];
}

/** Its handler is the editor's own, see `repair.ts`. */
export const ONE_STEP = 'tertib.step';

/** Whatever is changed in there is one step of the diagram's own undo. */
export function asOneStep(modeler: Modeler, change: () => void): void {
  modeler.get('commandStack').execute(ONE_STEP, { change });
}

export const list = (value: unknown): ModdleElement[] => (Array.isArray(value) ? (value as ModdleElement[]) : []);

const extensions = (element: DiagramElement): ModdleElement | undefined => element.businessObject.get('extensionElements') as ModdleElement | undefined;
const extensionOf = (element: DiagramElement, type: string): ModdleElement | undefined => list(extensions(element)?.get('values')).find((value) => value.$type === type);

/** The element's extension of this type, made as an undoable change where it has none; or one more. */
export function extensionFor(modeler: Modeler, element: DiagramElement, type: string, another = false): ModdleElement {
  const known = another ? undefined : extensionOf(element, type);
  if (known) return known;
  const moddle = modeler.get('moddle');
  const modeling = modeler.get('modeling');
  let frame = extensions(element);
  if (!frame) {
    frame = moddle.create('bpmn:ExtensionElements', { values: [] });
    frame['$parent'] = element.businessObject;
    modeling.updateModdleProperties(element, element.businessObject, { extensionElements: frame });
  }
  const made = moddle.create(type);
  made['$parent'] = frame;
  modeling.updateModdleProperties(element, frame, { values: [...list(frame.get('values')), made] });
  return made;
}

/** The value of a `camunda:property`, or nothing. */
export function readProperty(element: DiagramElement, name: string): string {
  const found = list(extensionOf(element, 'camunda:Properties')?.get('values')).find((property) => property['name'] === name);
  return typeof found?.['value'] === 'string' ? found['value'] : '';
}

/** Writes a `camunda:property`; an empty value takes it out. */
export const writeProperty = (modeler: Modeler, element: DiagramElement, name: string, value: string): void => writeProperties(modeler, element, { [name]: value });

/** Writes several, each in its place, as one undoable change; an empty value takes one out. */
export function writeProperties(modeler: Modeler, element: DiagramElement, values: Readonly<Record<string, string>>): void {
  asOneStep(modeler, () => {
    const properties = extensionFor(modeler, element, 'camunda:Properties');
    const others = list(properties.get('values')).filter((property) => !(String(property['name']) in values));
    const made = Object.entries(values).filter(([, value]) => value !== '').map(([name, value]) => modeler.get('moddle').create('camunda:Property', { name, value }));
    setChildren(modeler, element, properties, 'values', [...others, ...made]);
  });
}

/** Input parameters by name; one without value only empties the variable. */
export const readInputs = (element: DiagramElement): Map<string, string> =>
  new Map(list(extensionOf(element, 'camunda:InputOutput')?.get('inputParameters')).map((parameter) => [String(parameter['name']), typeof parameter['value'] === 'string' ? parameter['value'] : '']));

/** Writes some input parameters, in their places; an empty value takes one out. */
export function writeInputs(modeler: Modeler, element: DiagramElement, values: Readonly<Record<string, string>>): void {
  const mapping = extensionFor(modeler, element, 'camunda:InputOutput');
  const known = list(mapping.get('inputParameters'));
  const made = (name: string, value: string) => modeler.get('moddle').create('camunda:InputParameter', { name, value });
  const kept = known.map((parameter) => (String(parameter['name']) in values ? made(String(parameter['name']), values[String(parameter['name'])] ?? '') : parameter));
  const added = Object.entries(values).filter(([name]) => !known.some((parameter) => parameter['name'] === name)).map(([name, value]) => made(name, value));
  const next = [...kept, ...added].filter((parameter) => !(String(parameter['name']) in values) || parameter['value'] !== '');
  setChildren(modeler, element, mapping, 'inputParameters', next);
}

export function setChildren(modeler: Modeler, element: DiagramElement, parent: ModdleElement, property: string, children: ModdleElement[]): void {
  for (const child of children) child['$parent'] = parent;
  modeler.get('modeling').updateModdleProperties(element, parent, { [property]: children });
}

/** The text of a condition or of a timer. */
export const bodyOf = (expression: unknown): string => ((expression as ModdleElement | undefined)?.['body'] as string | undefined) ?? '';

export function writeCondition(modeler: Modeler, element: DiagramElement, body: string): void {
  const conditionExpression = body ? modeler.get('moddle').create('bpmn:FormalExpression', { body }) : undefined;
  modeler.get('modeling').updateProperties(element, { conditionExpression });
}

const TIMES = ['timeDate', 'timeDuration', 'timeCycle'] as const;

/** A timer's definition with the property that holds its time. */
export function timerOf(element: DiagramElement): { definition: ModdleElement; property: string; expression: ModdleElement } | undefined {
  const definition = list(element.businessObject.get('eventDefinitions')).find((one) => one.$type === 'bpmn:TimerEventDefinition');
  if (!definition) return undefined;
  const property = TIMES.find((time) => definition.get(time)) ?? 'timeDate';
  return { definition, property, expression: definition.get(property) as ModdleElement };
}

/** How a time is written says what it is: a span, a repetition, or else a date, unless it was something else before. */
const timeProperty = (body: string, before: string): string => (/^\s*P/.test(body) ? 'timeDuration' : /^\s*R/.test(body) ? 'timeCycle' : before);

/** The time, and how many working days it stands for where it does. */
export function writeTimer(modeler: Modeler, element: DiagramElement, body: string, workingDays = ''): void {
  asOneStep(modeler, () => {
    writeTime(modeler, element, body);
    if (workingDays || readProperty(element, 'workingDays')) writeProperty(modeler, element, 'workingDays', workingDays);
  });
}

function writeTime(modeler: Modeler, element: DiagramElement, body: string): void {
  const timer = timerOf(element);
  if (!timer) return;
  const expression = modeler.get('moddle').create('bpmn:FormalExpression', { body });
  expression['$parent'] = timer.definition;
  const others = Object.fromEntries(TIMES.map((time) => [time, undefined]));
  modeler.get('modeling').updateModdleProperties(element, timer.definition, { ...others, [timeProperty(body, timer.property)]: expression });
}
