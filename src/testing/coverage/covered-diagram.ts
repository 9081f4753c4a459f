import { flowElements, nodes, parseDiagram, processesOf, type Node } from '../../platform/releases/index.js';

/** A flow node or sequence flow of a diagram, and whether any case passed it. @beta */
export interface CoveredPart {
  /** Its id in the diagram. */
  readonly id: string;
  /** As the diagram has it; may be empty. */
  readonly name: string;
  /** As in BPMN, without prefix: `UserTask`, `SequenceFlow`. */
  readonly type: string;
  /** Whether any case passed it. */
  readonly covered: boolean;
}

/** One diagram and what was passed of it. */
export interface CoveredDiagram {
  readonly key: string;
  readonly definitions: Node;
  readonly elements: readonly CoveredPart[];
  readonly flows: readonly CoveredPart[];
}

/** What cases passed of one diagram, by ids. */
export interface Passed {
  readonly key: string;
  readonly xml: string;
  readonly elements: readonly string[];
  readonly flows: readonly string[];
}

const FLOW = 'SequenceFlow';
/** Stand in diagrams, but nothing passes them. */
const NO_NODE = /^Data(Object|ObjectReference|StoreReference)$/;

export async function coveredDiagram({ key, xml, elements, flows }: Passed): Promise<CoveredDiagram> {
  const { definitions } = await parseDiagram(xml);
  const passed = new Set([...elements, ...flows]);
  const parts = processesOf(definitions).flatMap((process) => [...flowElements(process)]).map((node) => partOf(node, passed));
  return { key, definitions, elements: parts.filter(({ type }) => type !== FLOW && !NO_NODE.test(type)), flows: parts.filter(({ type }) => type === FLOW) };
}

const partOf = (node: Node, passed: ReadonlySet<string>): CoveredPart => {
  const id = String(node.id);
  return { id, name: nameOf(node), type: node.$type.replace(/^bpmn:/, ''), covered: passed.has(id) || passed.has(String(eventAfterGateway(node)?.id)) };
};

/** The engine takes no flow out of an event-based gateway; it goes on at the event, which nothing else leads to. */
const eventAfterGateway = (node: Node): Node | undefined => (nodes(node['sourceRef'])[0]?.$type === 'bpmn:EventBasedGateway' ? nodes(node['targetRef'])[0] : undefined);

/** Its own, or for a flow without one, what it leads from and to. */
function nameOf(node: Node): string {
  const own = node['name'];
  if (typeof own === 'string' && own !== '') return own;
  const [from, to] = [nodes(node['sourceRef'])[0], nodes(node['targetRef'])[0]];
  return from && to ? `${String(from['name'] ?? from.id)} → ${String(to['name'] ?? to.id)}` : '';
}
