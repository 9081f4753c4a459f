import { bareVariable, isVariable, parseCondition } from './condition.js';
import { workingDaysOf, type WorkingDayTimer } from './working-days.js';
import { flowElements, nodes, parseDiagram, processesOf, propertiesOf, type Node } from './model.js';

/** What one flow node says of itself. */
export interface DiagramElement {
  readonly id: string;
  /** As in BPMN, without prefix: `UserTask`. */
  readonly type: string;
  readonly name: string;
  readonly formKey: string | null;
  /** The role of a user task. */
  readonly role: string | null;
  readonly topic: string | null;
  /** Step of the procedure's own document. */
  readonly step: string | null;
  /** Name of the variable that holds the office of the task. */
  readonly office: string | null;
  readonly calledElement: string | null;
  /** The group of steps that it is drawn in; null where that is the diagram itself. */
  readonly group: string | null;
  /** Whether it is done once for each item of a list. */
  readonly repeated: boolean;
  /** Name of the variable that a timer's or task's date is taken from. */
  readonly dateVariable: string | null;
  /** Where its timer counts in working days. */
  readonly workingDays: WorkingDayTimer | null;
  /** Name of the message that it waits for or sends. */
  readonly message: string | null;
  /** `camunda:properties`, those above included. */
  readonly properties: Readonly<Record<string, string>>;
}

export interface DiagramSummary {
  readonly key: string;
  readonly name: string;
  readonly startForm: string | null;
  /** Whether people or a call can begin it: a start event without definition. */
  readonly hasPlainStart: boolean;
  /** Roles that may start it; empty: any. */
  readonly starters: readonly string[];
  /** Keys of the diagrams that it calls. */
  readonly calls: readonly string[];
  readonly elements: ReadonlyMap<string, DiagramElement>;
  /** Variables that it reads. Who starts it gives each of them a value, null where there is none yet. */
  readonly variables: readonly string[];
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Reads a diagram that the policy has passed. */
export async function readDiagram(xml: string): Promise<DiagramSummary> {
  const { definitions } = await parseDiagram(xml);
  const process = processesOf(definitions)[0];
  if (!process) throw new Error('The diagram holds no process');
  return summarise(process);
}

function summarise(process: Node): DiagramSummary {
  const start = plainStart(process);
  const elements = [...flowElements(process)].filter((element) => element.$type !== 'bpmn:SequenceFlow').map(elementOf);
  return {
    key: String(process.id),
    name: textOf(process['name']) ?? String(process.id),
    startForm: textOf(start?.['formKey']),
    hasPlainStart: start !== undefined,
    starters: (textOf(process['candidateStarterGroups']) ?? '').split(',').map((role) => role.trim()).filter(Boolean),
    calls: elements.flatMap((element) => element.calledElement ?? []),
    elements: new Map(elements.map((element) => [element.id, element])),
    variables: variablesRead(process),
  };
}

export const plainStart = (process: Node): Node | undefined =>
  nodes(process['flowElements']).find((element) => element.$type === 'bpmn:StartEvent' && nodes(element['eventDefinitions']).length === 0);

function elementOf(element: Node): DiagramElement {
  const days = workingDaysOf(element);
  const properties = propertiesOf(element);
  return {
    id: String(element.id),
    type: element.$type.replace(/^bpmn:/, ''),
    name: textOf(element['name']) ?? '',
    formKey: textOf(element['formKey']),
    role: textOf(element['candidateGroups']),
    topic: textOf(element['topic']),
    step: properties['step'] ?? null,
    office: properties['office'] ?? null,
    calledElement: textOf(element['calledElement']),
    group: element.$parent?.$type === 'bpmn:SubProcess' ? String(element.$parent.id) : null,
    repeated: element['loopCharacteristics'] !== undefined,
    dateVariable: dateVariableOf(element),
    workingDays: days === 'unreadable' ? null : days,
    message: textOf((nodes(element['eventDefinitions'])[0]?.['messageRef'] as Node | undefined)?.['name']),
    properties,
  };
}

function dateVariableOf(element: Node): string | null {
  const timer = nodes(element['eventDefinitions']).find((definition) => definition.$type === 'bpmn:TimerEventDefinition');
  const date = textOf((timer?.['timeDate'] as Node | undefined)?.['body']) ?? textOf(element['dueDate']);
  return date === null ? null : bareVariable(date);
}

/** A place where a diagram reads a variable. */
export interface VariableUse {
  readonly elementId: string;
  readonly name: string;
  /** Read by a condition, where a missing variable stops the engine. */
  readonly inCondition: boolean;
}

/** Every variable that the process reads, in conditions and in bare expressions. */
export function variableUses(process: Node): VariableUse[] {
  const uses: VariableUse[] = [];
  const visit = (node: Node, elementId: string): void => {
    for (const [name, value] of Object.entries(node)) {
      if (name.startsWith('$')) continue;
      for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
        if (name === 'collection' && isVariable(String(item))) uses.push({ elementId, name: String(item), inCondition: false });
        else if (typeof item === 'string') uses.push(...usesIn(item, elementId));
        else if (typeof item === 'object' && item !== null && (item as Node).$parent === node) visit(item as Node, (item as Node).$type.startsWith('bpmn:') ? ((item as Node).id ?? elementId) : elementId);
      }
    }
  };
  visit(process, String(process.id));
  return uses;
}

function usesIn(text: string, elementId: string): VariableUse[] {
  const name = bareVariable(text);
  if (name) return [{ elementId, name, inCondition: false }];
  return (parseCondition(text)?.variables ?? []).map((variable) => ({ elementId, name: variable, inCondition: true }));
}

/** Names that a process reads in its own scope: what must exist before anything asks for it. */
export function variablesRead(process: Node): string[] {
  const locals = new Set(localsOf(process));
  return [...new Set(variableUses(process).map((use) => use.name))].filter((name) => !locals.has(name));
}

/** Names that live only inside a multi-instance activity. */
function localsOf(container: Node): string[] {
  return nodes(container['flowElements']).flatMap((element) => {
    const loop = element['loopCharacteristics'] as Node | undefined;
    return [...(typeof loop?.['elementVariable'] === 'string' ? [loop['elementVariable']] : []), ...localsOf(element)];
  });
}
