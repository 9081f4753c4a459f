import { meet, middleOf, type Box, type Point } from './step.js';
import type { Shape } from './tidy.js';

const GAP = 6;
/** So many parts of a flow are looked at for its name, from its beginning. */
const PARTS = 3;

/** Where the name of a step may stand, as one expects it first: above a branch, below an event, else at a corner. */
function around({ label, type }: Shape, box: Box): Box[] {
  if (!label) return [];
  const { width, height } = label;
  const { x: middle } = middleOf(box);
  const [above, below] = [box.y - height - GAP, box.y + box.height + GAP];
  const [left, centre, right] = [middle - width - GAP, middle - width / 2, middle + GAP];
  const places = type.endsWith('Gateway') ? [[centre, above], [left, above], [right, above], [centre, below], [left, below], [right, below]] : [[centre, below], [centre, above], [left, below], [right, below], [left, above], [right, above]];
  return places.map(([x = 0, y = 0]) => ({ x: Math.round(x), y, width, height }));
}

/** As expected, before flows are drawn: they go around it where they can. */
export const expected = (shape: Shape, box: Box): Box[] => around(shape, box).slice(0, 1);

/** Clear of everything, where there is such a place. */
export function besideStep(shape: Shape, box: Box, taken: readonly Box[]): Box | undefined {
  const places = around(shape, box);
  return places.find((place) => !taken.some((one) => meet(one, place))) ?? places[0];
}

/** Of those at the lower edge of a step the first has its name at its left, the last at its right, all between them lower: their flows go down. */
export function besideEdge({ label }: Shape, box: Box, at: number, all: number): Box | undefined {
  if (!label) return undefined;
  const right = at === all - 1;
  const lower = at > 0 && !right ? at * (label.height + GAP) : 0;
  const x = right ? middleOf(box).x + GAP : middleOf(box).x - label.width - GAP;
  return { x: Math.round(x), y: box.y + box.height + 2 + lower, width: label.width, height: label.height };
}

/** What a flow takes, so that no name is written over it. */
export const linesOf = (points: readonly Point[]): Box[] =>
  points.slice(1).map((to, at) => {
    const from = points[at] ?? to;
    return { x: Math.min(from.x, to.x) - 1, y: Math.min(from.y, to.y) - 1, width: Math.abs(from.x - to.x) + 2, height: Math.abs(from.y - to.y) + 2 };
  });

/** A line of a name as it is drawn; the file may give it more room, in whose middle it would stand away from its flow. */
const LETTER = 6.6;
const PADDING = 6;

export function sizeOf({ width, height, businessObject: { name = '' } }: Shape): { width: number; height: number } {
  const needed = Math.ceil(name.length * LETTER) + PADDING;
  return /\n/.test(name) ? { width, height } : { width: Math.min(width, needed), height: needed <= width ? Math.min(height, 14) : height };
}

/** Near where the flow begins, clear of steps and of other names. */
export function besideFlow(label: Shape, points: readonly Point[], taken: readonly Box[]): Box {
  const { width, height } = sizeOf(label);
  const places = points.slice(0, PARTS).flatMap((from, at): Box[] => {
    const to = points[at + 1];
    if (!to) return [];
    const [left, top] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    if (from.y === to.y) {
      const x = to.x > from.x ? from.x + GAP : from.x - width - GAP;
      return [{ x, y: from.y - height - GAP / 2, width, height }, { x, y: from.y + GAP / 2, width, height }, { x: left + (Math.abs(to.x - from.x) - width) / 2, y: from.y - height - GAP / 2, width, height }];
    }
    const y = to.y > from.y ? from.y + GAP : from.y - height - GAP;
    return [{ x: from.x + GAP, y, width, height }, { x: from.x - width - GAP, y, width, height }, { x: from.x + GAP, y: top + (Math.abs(to.y - from.y) - height) / 2, width, height }];
  });
  const { x, y } = places.find((place) => !taken.some((one) => meet(one, place))) ?? places[0] ?? { x: 0, y: 0 };
  return { x: Math.round(x), y: Math.round(y), width, height };
}
