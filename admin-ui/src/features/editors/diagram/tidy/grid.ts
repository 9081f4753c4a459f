import { columnsOf, forward } from './columns.js';
import { rowsOf } from './rows.js';
import type { Box, Step, Way } from './step.js';

const GUTTER = 50;
const CHANNEL = 36;
const MARGIN = 24;
const LEAST = 100;
/** Where flows may go between steps, from the middle of the way. */
const TRACKS = [-12, 0, 12];

export interface Grid {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly width: number;
  /** Of each lane. */
  readonly heights: readonly number[];
  /** Where flows may go upright, and level. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

const sums = (sizes: readonly number[]): number[] => sizes.reduce<number[]>((ends, size) => [...ends, (ends.at(-1) ?? 0) + size], [0]);
const most = (...all: number[]): number => Math.max(0, ...all);

/** Places steps in columns and rows, each in its lane; lanes are as high as what they hold. */
export function gridOf(steps: readonly Step[], ways: readonly Way[], lanes: number): Grid {
  const joined = steps.filter(({ id }) => ways.some(({ from, to }) => from === id || to === id));
  const alone = steps.filter((step) => !joined.includes(step));
  const kept = forward(joined, ways);
  const columns = columnsOf(joined, kept);
  const rows = rowsOf(joined, kept, columns);
  const widths = Array.from({ length: most(...[...columns.values()].map((at) => at + 1)) }, (_, at) => most(...joined.filter(({ id }) => columns.get(id) === at).map(({ room }) => room)));
  const gutters = widths.map((_, at) => most(GUTTER, ...joined.filter(({ id }) => columns.get(id) === at).map(({ after }) => after)));
  const lefts = sums(widths.map((width, at) => width + (gutters[at] ?? GUTTER))).map((left) => left + GUTTER);
  const spans = new Map(joined.map(({ id, width }) => [id, { x: (lefts[columns.get(id) ?? 0] ?? 0) + ((widths[columns.get(id) ?? 0] ?? 0) - width) / 2, width }]));
  for (const step of alone) {
    // Wherever there is room for it, since nothing leads there.
    const span = { x: GUTTER, width: step.width };
    const clash = (row: number): boolean => step.across !== undefined || steps.some((other) => {
      const there = spans.get(other.id);
      return there !== undefined && other.lane === step.lane && (other.across !== undefined || rows.get(other.id) === row) && there.x < span.x + span.width + GUTTER && span.x < there.x + there.width + GUTTER;
    });
    let row = 0;
    while (row < 50 && clash(row)) row += 1;
    rows.set(step.id, row);
    spans.set(step.id, span);
  }
  const boxes = new Map<string, Box>();
  const heights: number[] = [];
  const ys: number[] = [];
  let top = 0;
  for (let lane = 0; lane < lanes; lane++) {
    const inside = steps.filter((step) => step.lane === lane && !step.across);
    const reach = most(...steps.map(({ lane: own, across, below }) => (across ? (own === lane ? across[0] : own + 1 === lane ? across[1] + below : 0) : 0)));
    const used = [...new Set(inside.map(({ id }) => rows.get(id) ?? 0))].sort((a, b) => a - b);
    const sizes = used.map((row) => inside.filter(({ id }) => rows.get(id) === row)).map((row) => ({ up: most(...row.map(({ height, above }) => height / 2 + above)), down: most(...row.map(({ height, below }) => height / 2 + below)) }));
    const content = sizes.reduce((sum, { up, down }) => sum + up + down, 0) + CHANNEL * Math.max(0, sizes.length - 1);
    const height = Math.ceil(Math.max(LEAST, content + 2 * MARGIN, reach + MARGIN));
    let y = top + (height - content) / 2;
    sizes.forEach(({ up, down }, index) => {
      const middle = y + up;
      for (const { id, ...step } of inside) if (rows.get(id) === used[index]) boxes.set(id, { x: Math.round(spans.get(id)?.x ?? 0), y: Math.round(middle - step.height / 2), width: step.width, height: step.height });
      ys.push(middle, ...TRACKS.map((by) => y + up + down + CHANNEL / 2 + by));
      y += up + down + CHANNEL;
    });
    ys.push(top + 6, top + 15, top + height - 15, top + height - 6);
    for (const { id, across, width } of steps.filter((step) => step.across && step.lane === lane)) boxes.set(id, { x: Math.round(spans.get(id)?.x ?? 0), y: top + height - (across?.[0] ?? 0), width, height: (across?.[0] ?? 0) + (across?.[1] ?? 0) });
    heights.push(height);
    top += height;
  }
  const right = most(...[...spans.values()].map(({ x, width }) => x + width)) + GUTTER;
  return { boxes, width: right, heights, xs: [...lefts.flatMap((left) => TRACKS.map((by) => left - GUTTER / 2 + by)), right - GUTTER / 2], ys };
}
