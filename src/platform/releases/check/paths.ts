import { flowElements, nodes, type Node } from '../diagram/model.js';

/** An element as a case passes through it. */
interface Station {
  readonly element: Node;
  /** Where it goes on to. */
  readonly onward: Station[];
  /** Events that break it off. */
  readonly breaks: Station[];
  /** A part's own beginnings; null of what is no part. */
  readonly begins: Station[] | null;
  /** The part that ends with it. */
  ends: Station | null;
  /** How many ways must have come before it goes on: all of them at a parallel join. */
  waits: number;
}

/** An end that stops all else in its part (terminate) is the part's end all the same; an error leaves it another way. */
const isFailure = (event: Node): boolean => nodes(event['eventDefinitions']).some(({ $type }) => $type === 'bpmn:ErrorEventDefinition');
const isEventSubprocess = (element: Node): boolean => element['triggeredByEvent'] === true;

/** All ways through a process, read once: what is asked about them is asked for each variable. */
export class Ways {
  private readonly starts: Station[];

  constructor(process: Node) {
    const stations = new Map<Node, Station>();
    for (const element of flowElements(process)) {
      if (element.$type !== 'bpmn:SequenceFlow') stations.set(element, { element, onward: [], breaks: [], begins: element.$type === 'bpmn:SubProcess' ? [] : null, ends: null, waits: 1 });
    }
    const at = (element: unknown): Station | undefined => stations.get(element as Node);
    for (const station of stations.values()) join(station, at);
    this.starts = beginnings(process, at);
  }

  /**
   * The elements that a case can leave while nothing on its way has done what is asked for. A parallel join is passed
   * only where all ways to it come undone: one is enough there, because the join waits for all.
   */
  leftUndone(does: (element: Node) => boolean): ReadonlySet<Node> {
    const left = new Set<Node>();
    const arrivals = new Map<Station, number>();
    const open: Station[] = [];
    const reach = (station: Station) => {
      const count = (arrivals.get(station) ?? 0) + 1;
      arrivals.set(station, count);
      if (count === station.waits) open.push(station);
    };
    const leave = (station: Station) => {
      if (left.has(station.element)) return;
      left.add(station.element);
      station.onward.forEach(reach);
      if (station.ends && !does(station.ends.element)) leave(station.ends);
    };
    this.starts.forEach(reach);
    for (let station = open.pop(); station; station = open.pop()) {
      // An activity that is broken off has not done its part.
      station.breaks.forEach(reach);
      if (station.begins) station.begins.forEach(reach);
      else if (!does(station.element)) leave(station);
    }
    return left;
  }
}

function join(station: Station, at: (element: unknown) => Station | undefined): void {
  const { element, onward, begins } = station;
  for (const flow of nodes(element['outgoing'])) {
    const target = at(flow['targetRef']);
    if (target) onward.push(target);
  }
  if (element.$type === 'bpmn:ParallelGateway') station.waits = Math.max(1, nodes(element['incoming']).length);
  if (element.$type === 'bpmn:BoundaryEvent') at(element['attachedToRef'])?.breaks.push(station);
  if (begins) begins.push(...beginnings(element, at));
  const part = at(element.$parent);
  if (element.$type === 'bpmn:EndEvent' && !isFailure(element) && part && !isEventSubprocess(part.element)) station.ends = part;
}

/** What starts with a container; its event subprocesses too, which can begin at any moment, also before anything was done. */
const beginnings = (container: Node, at: (element: unknown) => Station | undefined): Station[] =>
  nodes(container['flowElements']).flatMap((element) => {
    if (isEventSubprocess(element)) return beginnings(element, at);
    return element.$type === 'bpmn:StartEvent' ? (at(element) ?? []) : [];
  });
