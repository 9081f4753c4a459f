import { processVariables, type FormDefinition } from '../forms/index.js';
import { bareVariable } from './diagram/condition.js';
import { plainStart, variableUses } from './diagram/diagram-summary.js';
import { extensionsOf, flowElements, nodes, type Node } from './diagram/model.js';
import { parameterNames, type ReadDiagram } from './read-diagrams.js';

/** Where a variable's values come from, as far as diagrams and forms tell. */
export type VariableOrigin =
  | { readonly from: 'form'; readonly form: string }
  /** Read by a timer or as a due date. */
  | { readonly from: 'date' }
  /** A multi-instance activity's collection, and each element of it. */
  | { readonly from: 'list' | 'item' }
  /** Handed over between a diagram and one that it calls. */
  | { readonly from: 'variable'; readonly procedure: string; readonly name: string };

export interface ProcedureFacts {
  readonly key: string;
  readonly name: string;
  readonly startForm: string | null;
  /** What the calling diagrams hand over. */
  readonly given: readonly string[];
  /** Forms of the user tasks, by element id. */
  readonly tasks: ReadonlyMap<string, { readonly name: string; readonly form: string }>;
  /** Names of the messages that it waits for. */
  readonly messages: readonly string[];
  /** Every variable that the diagram or its forms name. */
  readonly variables: ReadonlyMap<string, readonly VariableOrigin[]>;
  /** Those that live inside a multi-instance activity only. */
  readonly locals: ReadonlySet<string>;
}

const CATCHING = /^bpmn:(StartEvent|IntermediateCatchEvent|BoundaryEvent)$/;
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What the diagrams of one bundle say of the variables, messages and tasks of each procedure. */
export function procedureFacts(diagrams: readonly ReadDiagram[], forms: ReadonlyMap<string, FormDefinition>): ProcedureFacts[] {
  const variables = new Map(diagrams.map(({ process }) => [String(process.id), variablesOf(process, forms)]));
  const given = new Map<string, Set<string>>();
  for (const { process } of diagrams) handOver(process, variables, given);
  return diagrams.map(({ process }) => {
    const key = String(process.id);
    const elements = [...flowElements(process)];
    const tasks = elements.filter((element) => element.$type === 'bpmn:UserTask' && textOf(element['formKey']));
    const messages = elements.filter((element) => CATCHING.test(element.$type)).flatMap((element) => nodes(element['eventDefinitions']).flatMap((event) => textOf((event['messageRef'] as Node | undefined)?.['name']) ?? []));
    return {
      key,
      name: textOf(process['name']) ?? key,
      startForm: textOf(plainStart(process)?.['formKey']),
      given: [...(given.get(key) ?? [])],
      tasks: new Map(tasks.map((task) => [String(task.id), { name: textOf(task['name']) ?? '', form: String(task['formKey']) }])),
      messages: [...new Set(messages)],
      variables: variables.get(key)?.origins ?? new Map(),
      locals: new Set(elements.flatMap((element) => textOf((element['loopCharacteristics'] as Node | undefined)?.['elementVariable']) ?? [])),
    };
  });
}

/** Variables by name, with what is known of each. */
class Variables {
  readonly origins = new Map<string, VariableOrigin[]>();

  add(name: string, ...origins: readonly VariableOrigin[]): void {
    this.origins.set(name, [...(this.origins.get(name) ?? []), ...origins]);
  }
}

function variablesOf(process: Node, forms: ReadonlyMap<string, FormDefinition>): Variables {
  const variables = new Variables();
  for (const { name } of variableUses(process)) variables.add(name);
  for (const element of flowElements(process)) {
    const form = forms.get(String(element['formKey']));
    if (form) for (const name of processVariables(form)) variables.add(name, { from: 'form', form: form.key });
    for (const name of datesOf(element)) variables.add(name, { from: 'date' });
    for (const name of parameterNames(element, 'outputParameters')) variables.add(name);
    const loop = element['loopCharacteristics'] as Node | undefined;
    const [list, item] = [textOf(loop?.['collection']), textOf(loop?.['elementVariable'])];
    if (list) variables.add(bareVariable(list) ?? list, { from: 'list' });
    if (item) variables.add(item, { from: 'item' });
  }
  return variables;
}

function datesOf(element: Node): string[] {
  const timers = nodes(element['eventDefinitions']).map((event) => (event['timeDate'] as Node | undefined)?.['body']);
  return [...timers, element['dueDate'], element['followUpDate']].flatMap((date) => bareVariable(textOf(date) ?? '') ?? []);
}

/** What a call gives to the called diagram, and takes from it. */
function handOver(process: Node, all: ReadonlyMap<string, Variables>, given: Map<string, Set<string>>): void {
  const key = String(process.id);
  for (const call of [...flowElements(process)].filter((element) => element.$type === 'bpmn:CallActivity')) {
    const called = String(call['calledElement']);
    for (const [kind, from, to] of [['camunda:In', key, called], ['camunda:Out', called, key]] as const) {
      for (const { source, target } of extensionsOf(call, kind)) {
        if (typeof source !== 'string' || typeof target !== 'string') continue;
        all.get(from)?.add(source);
        all.get(to)?.add(target, { from: 'variable', procedure: from, name: source });
        if (kind === 'camunda:In') given.set(called, (given.get(called) ?? new Set()).add(target));
      }
    }
  }
}
