import { Heap } from './heap.js';
import type { Lines } from './lines.js';
import { meet, type Box, type Point } from './step.js';

/** A flow that is to be drawn. */
export interface Wanted {
  readonly from: Box;
  readonly to: Box;
  readonly target: string;
  /** It leaves at the lower edge only. */
  readonly down?: boolean;
}

const BEND = 30;
const CROSSING = 25;
const OVER = 150;
const JOINED = 2;
const NAME = 90;
/** Right, below, left, above: what it costs to leave there, and to arrive. Work goes to the right. */
const LEAVE = [0, 25, 90, 25];
const ARRIVE = [90, 22, 0, 22];
const USED = 160;

const port = ({ x, y, width, height }: Box, side: number): Point => [{ x: x + width, y: y + height / 2 }, { x: x + width / 2, y: y + height }, { x, y: y + height / 2 }, { x: x + width / 2, y }][side] ?? { x, y };
const far = (one: Point, other: Point): number => Math.abs(one.x - other.x) + Math.abs(one.y - other.y);
const key = ({ x, y }: Point): string => `${x}/${y}`;

/** Between two points that are next to each other, whichever comes first. */
const partOf = (one: number, other: number, direction: number): number => Math.min(one, other) * 2 + (direction % 2);

interface State {
  readonly point: number;
  readonly direction: number;
  readonly before: State | undefined;
  readonly side: number;
}

/** Draws flows one after the other, each as short, straight and clear of the others as may be; none through a step. */
export class Router {
  private readonly drawn = new Map<number, Set<string>>();
  private readonly crossed = new Map<number, Set<number>>();
  private readonly named = new Map<number, boolean>();
  private readonly ports = new Map<string, 'in' | 'out'>();

  constructor(private readonly lines: Lines, private readonly names: readonly Box[]) {}

  /** Nothing where there is no way. */
  draw({ from, to, target, down = false }: Wanted): Point[] | undefined {
    const heap = new Heap<State>();
    const best = new Map<number, number>();
    const ends = new Map<number, { side: number; cost: number }[]>();
    for (const side of [0, 1, 2, 3]) {
      const [start, end] = [from, to].map((box) => this.lines.outside(port(box, side), side));
      if (start !== undefined && (!down || side === 1)) this.push(heap, best, { point: start, direction: side, before: undefined, side }, (LEAVE[side] ?? 0) + this.used(port(from, side), 'out') + far(port(from, side), this.lines.at(start)));
      if (end !== undefined) ends.set(end, [...(ends.get(end) ?? []), { side, cost: (ARRIVE[side] ?? 0) + this.used(port(to, side), 'in') + far(port(to, side), this.lines.at(end)) }]);
    }
    let found: { state: State; side: number; cost: number } | undefined;
    for (let one = heap.pop(); one && one.cost < (found?.cost ?? Infinity); one = heap.pop()) {
      const { cost, item } = one;
      for (const { side, cost: more } of ends.get(item.point) ?? []) {
        if (side === item.direction) continue;
        const whole = cost + more + (Math.abs(side - item.direction) === 2 ? 0 : BEND);
        if (whole < (found?.cost ?? Infinity)) found = { state: item, side, cost: whole };
      }
      for (const direction of [0, 1, 2, 3]) {
        if (Math.abs(direction - item.direction) === 2) continue;
        const next = this.lines.next(item.point, direction);
        if (next !== undefined) this.push(heap, best, { point: next, direction, before: item, side: item.side }, cost + this.cost(item.point, next, direction, target) + (direction === item.direction ? 0 : BEND));
      }
    }
    return found && this.keep(found.state, port(from, found.state.side), port(to, found.side), target);
  }

  private push(heap: Heap<State>, best: Map<number, number>, state: State, cost: number): void {
    const id = state.point * 4 + state.direction;
    if ((best.get(id) ?? Infinity) <= cost) return;
    best.set(id, cost);
    heap.push(cost, state);
  }

  private used(at: Point, way: 'in' | 'out'): number {
    const known = this.ports.get(key(at));
    return known === undefined || (known === 'in' && way === 'in') ? 0 : USED;
  }

  private cost(point: number, next: number, direction: number, target: string): number {
    const [from, to, part] = [this.lines.at(point), this.lines.at(next), partOf(point, next, direction)];
    const others = this.drawn.get(part);
    const over = others === undefined ? 0 : [...others].every((one) => one === target) ? JOINED : OVER;
    const crossing = this.crossed.get(next)?.has((direction + 1) % 2) ? CROSSING : 0;
    return far(from, to) + over + crossing + (this.overName(part, from, to) ? NAME : 0);
  }

  private overName(part: number, from: Point, to: Point): boolean {
    const known = this.named.get(part);
    if (known !== undefined) return known;
    const around = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x) || 1, height: Math.abs(from.y - to.y) || 1 };
    const over = this.names.some((name) => meet(name, around));
    this.named.set(part, over);
    return over;
  }

  private keep(last: State, start: Point, end: Point, target: string): Point[] {
    const points: Point[] = [];
    for (let state: State | undefined = last; state; state = state.before) {
      points.unshift(this.lines.at(state.point));
      this.crossed.set(state.point, (this.crossed.get(state.point) ?? new Set()).add(state.direction % 2));
      if (!state.before) continue;
      const part = partOf(state.before.point, state.point, state.direction);
      this.drawn.set(part, (this.drawn.get(part) ?? new Set()).add(target));
    }
    this.ports.set(key(start), 'out').set(key(end), 'in');
    return simple([start, ...points, end]);
  }
}

/** Without the points at which it goes straight on. */
function simple(points: readonly Point[]): Point[] {
  const round = points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  return round.filter((point, at) => {
    const [before, after] = [round[at - 1], round[at + 1]];
    return !before || !after || !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}
