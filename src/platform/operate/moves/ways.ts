import { isNode, nodes, parseDiagram, processesOf, type Node } from '../../releases/index.js';

/** The steps of a process's own scope, and the ways between them. Steps inside of others are no step of it. */
export interface Ways {
  readonly steps: ReadonlyMap<string, { readonly type: string; readonly name: string; readonly repeated: boolean }>;
  readonly next: ReadonlyMap<string, readonly string[]>;
  /** Names of the events that wait at a step. */
  readonly attached: ReadonlyMap<string, readonly string[]>;
}

const idOf = (value: unknown): string => (isNode(value) ? String(value.id) : '');

export async function waysIn(xml: string): Promise<Ways> {
  const { definitions } = await parseDiagram(xml);
  const own = nodes(processesOf(definitions)[0]?.['flowElements']);
  const flowNodes = own.filter(({ $type }) => $type !== 'bpmn:SequenceFlow');
  const next = new Map<string, string[]>();
  const add = (from: string, to: string) => next.set(from, [...(next.get(from) ?? []), to]);
  for (const flow of own.filter(({ $type }) => $type === 'bpmn:SequenceFlow')) add(idOf(flow['sourceRef']), idOf(flow['targetRef']));
  const attached = new Map<string, string[]>();
  for (const event of flowNodes.filter(({ $type }) => $type === 'bpmn:BoundaryEvent')) {
    const host = idOf(event['attachedToRef']);
    add(host, String(event.id));
    attached.set(host, [...(attached.get(host) ?? []), nameOf(event)]);
  }
  return { steps: new Map(flowNodes.map((node) => [String(node.id), { type: node.$type.replace('bpmn:', ''), name: nameOf(node), repeated: node['loopCharacteristics'] !== undefined }])), next, attached };
}

const nameOf = (node: Node): string => (typeof node['name'] === 'string' && node['name'] !== '' ? node['name'] : String(node.id));

/** All that can come after a step. */
export function after({ next }: Ways, from: string): Set<string> {
  const found = new Set<string>();
  const todo = [...(next.get(from) ?? [])];
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    todo.push(...(next.get(id) ?? []));
  }
  return found;
}

const WORK = /Task$|^CallActivity$/;

/** Steps that can lie between two others, in the order of the diagram's text. */
export function between(ways: Ways, from: string, to: string): string[] {
  const ahead = after(ways, from);
  if (!ahead.has(to)) return [];
  return [...ways.steps].filter(([id, { type }]) => id !== from && id !== to && WORK.test(type) && ahead.has(id) && after(ways, id).has(to)).map(([, { name }]) => name);
}

/** Where a token of this scope can be put: work that is done once. */
export const targets = ({ steps }: Ways): { elementId: string; name: string }[] =>
  [...steps].filter(([, { type, repeated }]) => WORK.test(type) && !repeated).map(([elementId, { name }]) => ({ elementId, name }));
