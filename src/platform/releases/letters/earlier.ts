import { flowElements, nodes, type Node } from '../diagram/model.js';
import type { ReadDiagram } from '../read-diagrams.js';

/** Every element that a case may have passed before this one, in its diagram and in those that call it. */
export function earlierThan(element: Node, { process }: Pick<ReadDiagram, 'process'>, all: readonly Pick<ReadDiagram, 'process'>[], seen = new Set<Node>()): ReadonlySet<Node> {
  const into = flowsInto(process);
  const open = before(element, into);
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    // What was passed as a whole was passed inside as well.
    open.push(...flowElements(next), ...before(next, into));
  }
  for (const caller of all) {
    for (const call of flowElements(caller.process)) if (call['calledElement'] === process.id && !seen.has(call)) {
      seen.add(call);
      earlierThan(call, caller, all, seen);
    }
  }
  return seen;
}

/** By element: where the flows to it come from. A diagram need not say it at the element itself. */
type Into = ReadonlyMap<unknown, readonly Node[]>;

function flowsInto(process: Node): Into {
  const into = new Map<unknown, Node[]>();
  for (const flow of flowElements(process)) {
    if (flow.$type === 'bpmn:SequenceFlow') into.set(flow['targetRef'], [...(into.get(flow['targetRef']) ?? []), ...nodes(flow['sourceRef'])]);
  }
  return into;
}

function before(element: Node, into: Into): Node[] {
  const sources = [...(into.get(element) ?? []), ...nodes(element['attachedToRef'])];
  const part = element.$parent;
  if (element.$type !== 'bpmn:StartEvent' || part?.$type !== 'bpmn:SubProcess') return sources;
  // What an event begins may begin at any moment of what is around it.
  return part['triggeredByEvent'] === true ? nodes(part.$parent?.['flowElements']).filter((other) => other !== part) : before(part, into);
}

/** The processes in which a case may have begun that comes to this one. */
export function rootsOf(process: Node, all: readonly Pick<ReadDiagram, 'process'>[], seen = new Set<Node>()): string[] {
  if (seen.has(process)) return [];
  seen.add(process);
  const callers = all.filter((one) => [...flowElements(one.process)].some((element) => element['calledElement'] === process.id));
  return [...new Set([String(process.id), ...callers.flatMap((one) => rootsOf(one.process, all, seen))])];
}
