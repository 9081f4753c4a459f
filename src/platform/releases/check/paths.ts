import { nodes, type Node } from '../diagram/model.js';

/** Elements that a case can reach, and leave, with something still undone. */
export interface Undone {
  readonly reached: ReadonlySet<Node>;
  readonly left: ReadonlySet<Node>;
}

const isFailure = (event: Node): boolean => nodes(event['eventDefinitions']).some(({ $type }) => $type === 'bpmn:ErrorEventDefinition' || $type === 'bpmn:TerminateEventDefinition');
const isPlainStart = (element: Node): boolean => element.$type === 'bpmn:StartEvent';
const isEventSubprocess = (element: Node): boolean => element['triggeredByEvent'] === true;

/**
 * Follows every way through a process, as far as nothing on it does what is asked for. Only where all ways of a parallel
 * join come undone does it go on: one of them is enough there, because the join waits for all.
 */
export function undoneIn(process: Node, does: (element: Node) => boolean): Undone {
  const reached = new Set<Node>();
  const left = new Set<Node>();
  const flows = new Set<Node>();
  const open: Node[] = [];
  const reach = (element: Node | undefined) => {
    if (!element || reached.has(element)) return;
    reached.add(element);
    open.push(element);
  };
  const begin = (container: Node) => {
    for (const element of nodes(container['flowElements'])) {
      if (isPlainStart(element)) reach(element);
      // It can begin at any moment, also before anything was done.
      if (isEventSubprocess(element)) begin(element);
    }
  };
  const leave = (element: Node) => {
    if (left.has(element)) return;
    left.add(element);
    for (const flow of nodes(element['outgoing'])) {
      flows.add(flow);
      const [target] = nodes(flow['targetRef']);
      if (target?.$type !== 'bpmn:ParallelGateway' || nodes(target['incoming']).every((one) => flows.has(one))) reach(target);
    }
    if (element.$type === 'bpmn:EndEvent' && !isFailure(element)) endOf(element);
  };
  const endOf = (element: Node) => {
    const container = element.$parent;
    if (container?.$type === 'bpmn:SubProcess' && !isEventSubprocess(container) && !does(container)) leave(container);
  };
  begin(process);
  for (let element = open.pop(); element; element = open.pop()) {
    for (const event of boundaryEvents(element)) reach(event);
    if (element.$type === 'bpmn:SubProcess') begin(element);
    else if (!does(element)) leave(element);
  }
  return { reached, left };
}

/** An activity that is broken off has not done its part. */
const boundaryEvents = (element: Node): Node[] => nodes(element.$parent?.['flowElements']).filter((event) => event.$type === 'bpmn:BoundaryEvent' && event['attachedToRef'] === element);
