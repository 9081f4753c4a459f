import { inTurn } from './columns.js';
import type { Step, Way } from './step.js';

/** How far the work goes on from each step: the longest way stays straight. */
function farthest(steps: readonly Step[], kept: readonly Way[]): Map<string, number> {
  const far = new Map<string, number>();
  for (const { id } of inTurn(steps, kept).toReversed()) far.set(id, Math.max(0, ...kept.filter(({ from }) => from === id).map(({ to }) => (far.get(to) ?? 0) + 1)));
  return far;
}

/** Of its lane, the row of each step: that of the step before it where it goes straight on, below it otherwise. */
export function rowsOf(steps: readonly Step[], kept: readonly Way[], columns: ReadonlyMap<string, number>): Map<string, number> {
  const far = farthest(steps, kept);
  const byId = new Map(steps.map((step) => [step.id, step]));
  const rows = new Map<string, number>();
  const column = ({ id }: Step): number => columns.get(id) ?? 0;
  const wanted = (step: Step): number => {
    const before = kept.filter(({ from, to }) => to === step.id && byId.get(from)?.lane === step.lane && rows.has(from));
    return before.length === 0 ? 0 : Math.min(...before.map(({ from, atEdge }) => (rows.get(from) ?? 0) + (atEdge ? 1 : 0)));
  };
  const free = (step: Step, row: number): boolean => !steps.some((other) => other !== step && other.lane === step.lane && column(other) === column(step) && rows.get(other.id) === row);
  for (const step of steps.toSorted((one, other) => column(one) - column(other) || wanted(one) - wanted(other) || (far.get(other.id) ?? 0) - (far.get(one.id) ?? 0))) {
    let row = wanted(step);
    while (!free(step, row)) row += 1;
    rows.set(step.id, row);
  }
  return rows;
}
