import type { DiagramElement } from '../model.js';

/** As much of what is drawn as walking from one to the other needs. */
export interface Drawn extends DiagramElement {
  x?: number;
  y?: number;
  waypoints?: readonly unknown[];
  children?: Drawn[];
  attachers?: Drawn[];
  outgoing?: Drawn[];
  target?: Drawn;
}

const reading = (one: Drawn, other: Drawn): number => (one.x ?? 0) - (other.x ?? 0) || (one.y ?? 0) - (other.y ?? 0);

/** All that can be chosen, in the order in which the work goes: a step, what hangs on it, its flows, and where they lead. */
export function inOrder(root: Drawn): Drawn[] {
  const seen = new Set<Drawn>();
  const visit = (one: Drawn): void => {
    if (seen.has(one)) return;
    seen.add(one);
    [...(one.children ?? [])].filter(({ labelTarget, waypoints }) => !labelTarget && !waypoints).sort(reading).forEach(visit);
    one.attachers?.forEach(visit);
    for (const flow of one.outgoing ?? []) {
      seen.add(flow);
      if (flow.target) visit(flow.target);
    }
  };
  visit(root);
  return [...seen].filter((one) => one !== root);
}

/** The one after or before the chosen one, around the ends; where nothing is chosen, the first or last. */
export function neighbour(all: readonly Drawn[], chosen: Drawn | undefined, step: 1 | -1): Drawn | undefined {
  const at = chosen ? all.indexOf(chosen) : -1;
  return at < 0 ? all.at(step === 1 ? 0 : -1) : all[(at + step + all.length) % all.length];
}
