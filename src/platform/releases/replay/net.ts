import { parseCondition, type Term } from '../diagram/condition.js';
import { plainStart, variablesRead } from '../diagram/diagram-summary.js';
import { extensionsOf, nodes, type Node } from '../diagram/model.js';

export interface Flow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly condition: Term | null;
  /** As it is written: two versions of a gateway that say the same decide the same. */
  readonly written: string;
}

/** A name in one scope, and what it takes there: a text, another name, or nothing yet. */
export interface Mapping {
  readonly target: string;
  readonly source: string | null;
  readonly literal: string | null;
}

/** An element as the walk on paper needs it: plain data, made once for each version. */
export interface NetNode {
  readonly id: string;
  /** As in BPMN, without prefix: `UserTask`. */
  readonly type: string;
  readonly name: string;
  readonly formKey: string | null;
  readonly topic: string | null;
  readonly called: string | null;
  /** Of an event: `Timer`, `Message`, `Error`, `Terminate`; null for one that only marks a place. */
  readonly event: string | null;
  readonly errorCode: string | null;
  /** Of a boundary or start event: whether what it belongs to ends with it. */
  readonly interrupts: boolean;
  readonly triggered: boolean;
  readonly incoming: readonly string[];
  readonly outgoing: readonly Flow[];
  readonly defaultFlow: string | null;
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  /** Variables handed to and taken from a called diagram. */
  readonly into: readonly Mapping[];
  readonly outOf: readonly Mapping[];
  /** What it is asked for and hands out, as one text to compare. */
  readonly job: string;
  readonly multiple: boolean;
  readonly item: string | null;
  readonly attached: readonly NetNode[];
  readonly inner: Container | null;
}

/** A process or a group of steps. */
export interface Container {
  readonly start: NetNode | null;
  readonly nodes: ReadonlyMap<string, NetNode>;
  /** Groups that an event begins. */
  readonly triggered: readonly NetNode[];
}

export interface Net {
  readonly key: string;
  readonly name: string;
  readonly root: Container;
  /** Of all containers. */
  readonly nodes: ReadonlyMap<string, NetNode>;
  readonly flows: ReadonlyMap<string, Flow>;
  /** Variables that it reads: they have the value null before anybody sets one. */
  readonly reads: readonly string[];
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const idOf = (value: unknown): string | null => text((value as Node | undefined)?.id);
const NAME = /^\$\{\s*(\w+)\s*\}$/;

export function netOf(process: Node): Net {
  const all = new Map<string, NetNode>();
  const flows = new Map<string, Flow>();
  const root = container(process, all, flows);
  return { key: String(process.id), name: text(process['name']) ?? String(process.id), root, nodes: all, flows, reads: variablesRead(process) };
}

function container(holder: Node, all: Map<string, NetNode>, flows: Map<string, Flow>): Container {
  const elements = nodes(holder['flowElements']);
  const own = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow').map(flow);
  for (const one of own) flows.set(one.id, one);
  const made = new Map<string, NetNode>();
  const add = (element: Node, attached: readonly NetNode[]): NetNode => {
    const node = { ...nodeOf(element, own), attached, inner: element.$type === 'bpmn:SubProcess' ? container(element, all, flows) : null };
    made.set(node.id, node);
    all.set(node.id, node);
    return node;
  };
  const boundaries = elements.filter(({ $type }) => $type === 'bpmn:BoundaryEvent').map((element) => ({ host: idOf(element['attachedToRef']), node: add(element, []) }));
  for (const element of elements.filter(({ $type }) => !/:(SequenceFlow|BoundaryEvent|DataObject|DataObjectReference|DataStoreReference)$/.test($type))) {
    add(element, boundaries.filter(({ host }) => host === element.id).map(({ node }) => node));
  }
  const start = plainStart(holder);
  return { start: (start?.id && made.get(start.id)) || null, nodes: made, triggered: [...made.values()].filter(({ triggered }) => triggered) };
}

function flow(element: Node): Flow {
  const written = text((element['conditionExpression'] as Node | undefined)?.['body']) ?? '';
  return { id: String(element.id), from: idOf(element['sourceRef']) ?? '', to: idOf(element['targetRef']) ?? '', condition: parseCondition(written)?.term ?? null, written: written.trim() };
}

function nodeOf(element: Node, flows: readonly Flow[]): Omit<NetNode, 'attached' | 'inner'> {
  const id = String(element.id);
  const event = nodes(element['eventDefinitions'])[0];
  const loop = element['loopCharacteristics'] as Node | undefined;
  const io = (kind: string): Mapping[] => extensionsOf(element, 'camunda:InputOutput').flatMap((list) => nodes(list[kind]).map((one) => mapping(one['name'], one['value'])));
  const handed = (type: string): Mapping[] => extensionsOf(element, type).filter((one) => text(one['target'])).map((one) => ({ target: String(one['target']), source: text(one['source']), literal: null }));
  const [inputs, outputs, topic] = [io('inputParameters'), io('outputParameters'), text(element['topic'])];
  return {
    id, type: element.$type.replace('bpmn:', ''), name: (text(element['name']) ?? '').replaceAll(/\s+/g, ' ').trim(),
    formKey: text(element['formKey']), topic, called: text(element['calledElement']),
    event: event ? event.$type.replace(/^bpmn:|EventDefinition$/g, '') : null,
    errorCode: text((event?.['errorRef'] as Node | undefined)?.['errorCode']),
    interrupts: element['cancelActivity'] !== false && element['isInterrupting'] !== false,
    triggered: element['triggeredByEvent'] === true,
    incoming: flows.filter(({ to }) => to === id).map((one) => one.id), outgoing: flows.filter(({ from }) => from === id), defaultFlow: idOf(element['default']),
    inputs, outputs, job: JSON.stringify([topic, inputs, outputs]), into: handed('camunda:In'), outOf: handed('camunda:Out'),
    multiple: loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics', item: text(loop?.['elementVariable']),
  };
}

function mapping(name: unknown, value: unknown): Mapping {
  const source = NAME.exec(text(value)?.trim() ?? '')?.[1] ?? null;
  return { target: String(name), source, literal: source === null ? text(value) : null };
}

/** Whether two versions of a branching decide alike. */
export const decidesAlike = (one: NetNode, other: NetNode): boolean => signature(one) === signature(other);

const signature = ({ outgoing, defaultFlow, type }: NetNode): string => JSON.stringify([type, defaultFlow, outgoing.map(({ id, to, written }) => [id, to, written])]);

/** Whether an automatic step is asked for the same, and hands out the same. */
export const worksAlike = (one: NetNode, other: NetNode): boolean => one.job === other.job;

/** Elements that a token on `from` can still come to, inside its container. */
export function reachable(inside: Container, from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [from];
  for (const id of open) {
    const node = inside.nodes.get(id);
    for (const next of [...(node?.outgoing ?? []), ...(node?.attached ?? []).flatMap(({ outgoing }) => outgoing)]) {
      if (found.has(next.to)) continue;
      found.add(next.to);
      open.push(next.to);
    }
  }
  return found;
}

