import type { Bounds, Known } from './recompute.js';

type Range = { -readonly [K in keyof Bounds]: Bounds[K] };

/** Narrowing ends by itself for whole numbers; for others it might come nearer for ever. */
const MOST_ROUNDS = 100;

/** Bounds that each equation narrows until nothing changes; then a cell with one value left is known, or with none, where an equation is not quite true. */
export function squeezed<Cell>(known: readonly Known<Cell>[], hidden: ReadonlyMap<Cell, Bounds>): Cell[] {
  const bounds = new Map<Cell, Range>([...hidden].map(([cell, { least, most }]) => [cell, { least, most }]));
  let changed = true;
  for (let round = 0; changed && round < MOST_ROUNDS; round++) {
    changed = false;
    for (const one of known) changed = narrowed(one, bounds) || changed;
  }
  return [...bounds].filter(([, { least, most }]) => least >= most).map(([cell]) => cell);
}

/** Whether an equation has narrowed any of its cells. What all of them reach is added up once, and each takes its own part out of it. */
function narrowed<Cell>({ signs, rest }: Known<Cell>, bounds: ReadonlyMap<Cell, Range>): boolean {
  const [low, high] = [new Reach(), new Reach()];
  for (const [cell, sign] of signs) {
    const range = bounds.get(cell) as Range;
    low.add(lowOf(range, sign));
    high.add(highOf(range, sign));
  }
  const whole = rest.toNumber();
  let changed = false;
  for (const [cell, sign] of signs) {
    const mine = bounds.get(cell) as Range;
    const before = { ...mine };
    const ends = [(whole - high.without(highOf(mine, sign))) / sign, (whole - low.without(lowOf(mine, sign))) / sign];
    mine.least = Math.max(mine.least, Math.min(...ends));
    mine.most = Math.min(mine.most, Math.max(...ends));
    if (mine.least === before.least && mine.most === before.most) continue;
    changed = true;
    low.add(lowOf(mine, sign), lowOf(before, sign));
    high.add(highOf(mine, sign), highOf(before, sign));
  }
  return changed;
}

const lowOf = ({ least, most }: Range, sign: number): number => (sign > 0 ? least : most) * sign;
const highOf = ({ least, most }: Range, sign: number): number => (sign > 0 ? most : least) * sign;

/** A sum whose parts may be without end. */
class Reach {
  private finite = 0;
  private readonly endless = new Map<number, number>();

  add(part: number, instead?: number): void {
    this.count(part, 1);
    if (instead !== undefined) this.count(instead, -1);
  }

  without(part: number): number {
    const left = [...this.endless].filter(([end, times]) => times > (end === part ? 1 : 0)).map(([end]) => end);
    return left.reduce((sum, end) => sum + end, Number.isFinite(part) ? this.finite - part : this.finite);
  }

  private count(part: number, times: 1 | -1): void {
    if (Number.isFinite(part)) this.finite += part * times;
    else this.endless.set(part, (this.endless.get(part) ?? 0) + times);
  }
}
