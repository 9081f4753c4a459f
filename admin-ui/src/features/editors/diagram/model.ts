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
  updateModdleProperties(element: DiagramElement, target: ModdleElement, properties: Record<string, unknown>): void;
}

interface Services {
  modeling: Modeling;
  moddle: { create(type: string, properties?: Record<string, unknown>): ModdleElement };
  bpmnReplace: { replaceElement(element: DiagramElement, target: { type: string }): DiagramElement };
  elementRegistry: { getAll(): DiagramElement[] };
  selection: { select(element: DiagramElement): void };
}

/** The modeler, whatever its class. */
export interface Modeler {
  get<K extends keyof Services>(name: K): Services[K];
}

/** Topics that this diagram uses already, for choosing among. */
export function topicsOf(modeler: Modeler): string[] {
  const topics = modeler.get('elementRegistry').getAll().map((element) => (element.type === 'bpmn:ServiceTask' ? element.businessObject.get('camunda:topic') : undefined));
  return [...new Set(topics.filter((topic): topic is string => typeof topic === 'string' && topic !== ''))].sort();
}

const list = (value: unknown): ModdleElement[] => (Array.isArray(value) ? (value as ModdleElement[]) : []);

const extensions = (element: DiagramElement): ModdleElement | undefined => element.businessObject.get('extensionElements') as ModdleElement | undefined;
const propertiesOf = (element: DiagramElement): ModdleElement | undefined =>
  list(extensions(element)?.get('values')).find((value) => value.$type === 'camunda:Properties');

/** The value of a `camunda:property`, or nothing. */
export function readProperty(element: DiagramElement, name: string): string {
  const found = list(propertiesOf(element)?.get('values')).find((property) => property['name'] === name);
  return typeof found?.['value'] === 'string' ? found['value'] : '';
}

/** Writes a `camunda:property` as one undoable change; an empty value takes it out. */
export function writeProperty(modeler: Modeler, element: DiagramElement, name: string, value: string): void {
  const moddle = modeler.get('moddle');
  const modeling = modeler.get('modeling');
  let frame = extensions(element);
  if (!frame) {
    frame = moddle.create('bpmn:ExtensionElements', { values: [] });
    frame['$parent'] = element.businessObject;
    modeling.updateModdleProperties(element, element.businessObject, { extensionElements: frame });
  }
  let properties = propertiesOf(element);
  if (!properties) {
    properties = moddle.create('camunda:Properties', { values: [] });
    properties['$parent'] = frame;
    modeling.updateModdleProperties(element, frame, { values: [...list(frame.get('values')), properties] });
  }
  const others = list(properties.get('values')).filter((property) => property['name'] !== name);
  const next = value ? [...others, moddle.create('camunda:Property', { name, value })] : others;
  next.forEach((property) => { property['$parent'] = properties; });
  modeling.updateModdleProperties(element, properties, { values: next });
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

export function writeTimer(modeler: Modeler, element: DiagramElement, body: string): void {
  const timer = timerOf(element);
  if (!timer) return;
  const expression = modeler.get('moddle').create('bpmn:FormalExpression', { body });
  expression['$parent'] = timer.definition;
  modeler.get('modeling').updateModdleProperties(element, timer.definition, { [timer.property]: expression });
}
