import { flowElements, isNode, nodes, type Node } from '../diagram/model.js';

/** A part of a diagram that people see, or that the engine acts on. */
export interface Element {
  readonly node: Node;
  /** Where it is drawn; empty: nowhere. */
  readonly box: string;
}

const placesOf = (drawn: Node): string => {
  const { x, y, width, height } = (drawn['bounds'] ?? {}) as Node;
  const waypoints = nodes(drawn['waypoint']).map((point) => [point['x'], point['y']]);
  return JSON.stringify((waypoints.length > 0 ? waypoints : [[x, y], [width, height]]).map((pair) => pair.map((number) => Math.round(Number(number)))));
};

/** Everything with an id that is in the process or drawn: steps, flows, lanes, notes. */
export function elementsOf(definitions: Node, process: Node): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const node of [process, ...flowElements(process)]) if (node.id) found.set(node.id, { node, box: '' });
  for (const plane of nodes(definitions['diagrams']).map((diagram) => diagram['plane']).filter(isNode)) {
    for (const drawn of nodes(plane['planeElement'])) {
      const node = drawn['bpmnElement'];
      if (isNode(node) && node.id) found.set(node.id, { node, box: placesOf(drawn) });
    }
  }
  return found;
}

/** The lane that each step is drawn in. */
export const lanesOf = (process: Node): Map<string, string> =>
  new Map(nodes(process['laneSets']).flatMap((set) => nodes(set['lanes'])).flatMap((lane) => nodes(lane['flowNodeRef']).map((node) => [String(node.id), String(lane['name'] ?? lane.id)] as const)));
