import { isNode, nodes, parseDiagram, processesOf, type Node } from '../../releases/index.js';

/** How a diagram says that things come after each other, steps inside of frames included. */
export interface ReferenceWays {
  /** What can be passed, in the order of the diagram's text. */
  readonly nodes: ReadonlyMap<string, { readonly type: string; readonly name: string }>;
  /** From where a node is come to. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
  /** Where it begins by itself. */
  readonly starts: ReadonlySet<string>;
  /** Which wait for all ways that lead to them. */
  readonly joins: ReadonlySet<string>;
}

const idOf = (value: unknown): string => (isNode(value) ? String(value.id) : '');
const nameOf = (node: Node): string => (typeof node['name'] === 'string' && node['name'] !== '' ? node['name'] : String(node.id));

export async function referenceWays(xml: string): Promise<ReferenceWays> {
  const { definitions } = await parseDiagram(xml);
  const found = new Map<string, { type: string; name: string }>();
  const sources = new Map<string, string[]>();
  const starts = new Set<string>();
  const joins = new Set<string>();
  const come = (to: string, from: string) => sources.set(to, [...(sources.get(to) ?? []), from]);
  const scope = (container: Node, frame: string | null): string[] => {
    const own = nodes(container['flowElements']);
    const flows = own.filter(({ $type }) => $type === 'bpmn:SequenceFlow').map((flow) => [idOf(flow['sourceRef']), idOf(flow['targetRef'])] as const);
    const ends: string[] = [];
    /** A frame is left where its last steps are left. */
    const exits = new Map<string, string[]>();
    for (const node of own.filter(({ $type }) => $type !== 'bpmn:SequenceFlow')) {
      const id = String(node.id);
      found.set(id, { type: node.$type.replace('bpmn:', ''), name: nameOf(node) });
      if (node.$type === 'bpmn:BoundaryEvent') come(id, idOf(node['attachedToRef']));
      else if (!flows.some(([, to]) => to === id)) {
        if (frame === null || node['triggeredByEvent'] === true) starts.add(id);
        else come(id, frame);
      }
      if (node['flowElements'] !== undefined) exits.set(id, scope(node, id));
      if (node.$type === 'bpmn:ParallelGateway') joins.add(id);
      if (!flows.some(([from]) => from === id) && node['triggeredByEvent'] !== true) ends.push(...(exits.get(id) ?? [id]));
    }
    for (const [from, to] of flows) for (const exit of exits.get(from) ?? [from]) come(to, exit);
    return ends;
  };
  const process = processesOf(definitions)[0];
  if (process) scope(process, null);
  return { nodes: found, sources, starts, joins };
}

/** All that can be come to when one step cannot be passed. */
function reachedWithout({ nodes: all, sources, starts, joins }: ReferenceWays, step: string | null): Set<string> {
  const reached = new Set<string>();
  for (let grown = true; grown;) {
    grown = false;
    for (const id of all.keys()) {
      if (id === step || reached.has(id)) continue;
      const from = sources.get(id) ?? [];
      const open = (source: string): boolean => reached.has(source);
      if (!starts.has(id) && (from.length === 0 || !(joins.has(id) ? from.every(open) : from.some(open)))) continue;
      reached.add(id);
      grown = true;
    }
  }
  return reached;
}

/** Work, which a person or the application does; what only steers or holds is none. */
export const isStep = (type: string): boolean => /Task$|^Task$|^CallActivity$/.test(type);

/** For each step what nobody can come to without it. ADR 0030. */
export function onlyThrough(ways: ReferenceWays): Map<string, ReadonlySet<string>> {
  const all = reachedWithout(ways, null);
  const steps = [...ways.nodes].filter(([, { type }]) => isStep(type)).map(([id]) => id);
  return new Map(steps.map((step) => {
    const others = reachedWithout(ways, step);
    return [step, new Set([...all].filter((id) => id !== step && !others.has(id)))];
  }));
}
