import type { Box, Point } from './step.js';

const ROOM = 5;
const sorted = (values: readonly number[]): number[] => [...new Set(values.map(Math.round))].sort((a, b) => a - b);

/** The lines on which flows may be drawn, and which parts of them something lies on. */
export class Lines {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  private readonly known = new Map<number, boolean>();

  constructor(xs: readonly number[], ys: readonly number[], private readonly boxes: readonly Box[]) {
    this.xs = sorted([...xs, ...boxes.map(({ x, width }) => x + width / 2)]);
    this.ys = sorted([...ys, ...boxes.map(({ y, height }) => y + height / 2)]);
  }

  at(point: number): Point {
    return { x: this.xs[Math.floor(point / this.ys.length)] ?? 0, y: this.ys[point % this.ys.length] ?? 0 };
  }

  /** The next point in a direction (right, down, left, up), or nothing at the end or where something lies between. */
  next(point: number, direction: number): number | undefined {
    const [column, row] = [Math.floor(point / this.ys.length), point % this.ys.length];
    const [c, r] = [column + ([1, 0, -1, 0][direction] ?? 0), row + ([0, 1, 0, -1][direction] ?? 0)];
    if (c < 0 || r < 0 || c >= this.xs.length || r >= this.ys.length) return undefined;
    const to = c * this.ys.length + r;
    const part = Math.min(point, to) * 2 + (direction % 2);
    const blocked = this.known.get(part) ?? this.blocked(this.at(point), this.at(to));
    this.known.set(part, blocked);
    return blocked ? undefined : to;
  }

  /** The first point that is reached from the edge of a box; nothing where something lies between. */
  outside({ x, y }: Point, direction: number): number | undefined {
    const column = direction % 2 === 1 ? this.xs.indexOf(Math.round(x)) : direction === 0 ? this.xs.findIndex((one) => one > x + ROOM) : this.xs.findLastIndex((one) => one < x - ROOM);
    const row = direction % 2 === 0 ? this.ys.indexOf(Math.round(y)) : direction === 1 ? this.ys.findIndex((one) => one > y + ROOM) : this.ys.findLastIndex((one) => one < y - ROOM);
    if (column < 0 || row < 0) return undefined;
    const point = column * this.ys.length + row;
    const [dx, dy] = [[1, 0, -1, 0][direction] ?? 0, [0, 1, 0, -1][direction] ?? 0];
    // Of the box itself it is clear from here on.
    return this.blocked({ x: x + dx * (ROOM + 1), y: y + dy * (ROOM + 1) }, this.at(point)) ? undefined : point;
  }

  blocked(from: Point, to: Point): boolean {
    const [left, right, top, bottom] = [Math.min(from.x, to.x), Math.max(from.x, to.x), Math.min(from.y, to.y), Math.max(from.y, to.y)];
    return this.boxes.some(({ x, y, width, height }) => right > x - ROOM && left < x + width + ROOM && bottom > y - ROOM && top < y + height + ROOM);
  }
}
