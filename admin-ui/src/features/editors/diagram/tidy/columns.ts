import type { Step, Way } from './step.js';

/** Without the flows that lead back: what is left has a beginning and an end. */
export function forward(steps: readonly Step[], ways: readonly Way[]): Way[] {
  const kept: Way[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (id: string): void => {
    state.set(id, 'open');
    for (const way of ways.filter(({ from }) => from === id)) {
      if (state.get(way.to) === 'open') continue;
      kept.push(way);
      if (!state.has(way.to)) visit(way.to);
    }
    state.set(id, 'done');
  };
  const begins = steps.filter(({ id }) => !ways.some(({ from, to }) => to === id && from !== id));
  for (const { id } of [...begins, ...steps]) if (!state.has(id)) visit(id);
  return kept;
}

/** Each after all that leads to it. */
export function inTurn(steps: readonly Step[], kept: readonly Way[]): Step[] {
  const turn: Step[] = [];
  const seen = new Set<string>();
  const visit = (step: Step): void => {
    if (seen.has(step.id)) return;
    seen.add(step.id);
    for (const { from } of kept.filter(({ to }) => to === step.id)) {
      const before = steps.find(({ id }) => id === from);
      if (before) visit(before);
    }
    turn.push(step);
  };
  steps.forEach(visit);
  return turn;
}

const lanesOf = ({ lane, across }: Step): number[] => (across ? [lane, lane + 1] : [lane]);

/** By the longest way to it. Where work only changes hands between neighbouring lanes, it goes straight down or up instead. */
export function columnsOf(steps: readonly Step[], kept: readonly Way[]): Map<string, number> {
  const columns = new Map<string, number>();
  const byId = new Map(steps.map((step) => [step.id, step]));
  const straight = ({ from, to, atEdge }: Way): boolean => {
    const [one, other] = [byId.get(from), byId.get(to)];
    return !atEdge && !one?.across && !other?.across && Math.abs((one?.lane ?? 0) - (other?.lane ?? 0)) === 1 && kept.filter((way) => way.from === from).length === 1 && kept.filter((way) => way.to === to).length === 1;
  };
  const taken = (step: Step, column: number, straightDown: boolean): boolean =>
    steps.some((other) => other !== step && columns.get(other.id) === column && lanesOf(other).some((lane) => lanesOf(step).includes(lane)) && (straightDown || other.across !== undefined || step.across !== undefined));
  for (const step of inTurn(steps, kept)) {
    const ins = kept.filter(({ to }) => to === step.id);
    const down = ins.some(straight);
    let column = Math.max(0, ...ins.map((way) => (columns.get(way.from) ?? 0) + (straight(way) ? 0 : 1)));
    while (taken(step, column, down)) column += 1;
    columns.set(step.id, column);
  }
  return columns;
}
