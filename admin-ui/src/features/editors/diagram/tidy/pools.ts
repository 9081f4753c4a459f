import type { Drawn } from './drawn.js';
import { Lines } from './lines.js';
import { Router } from './route.js';
import { isFlowNode, scopeOf, type LaneOf } from './scope.js';
import { middleOf, type Box, type Point } from './step.js';
import type { Shape } from './tidy.js';

/** What the name of a pool or of a lane takes. */
const HEADER = 30;
const APART = 60;
const CLOSED = 60;

const lanesIn = ({ children = [] }: Shape): Shape[] => children.filter(({ type }) => type === 'bpmn:Lane').sort((one, other) => one.y - other.y);
const leaves = (shape: Shape): Shape[] => lanesIn(shape).flatMap((lane) => (lanesIn(lane).length > 0 ? leaves(lane) : [lane]));
const depth = (shape: Shape): number => Math.max(0, ...lanesIn(shape).map((lane) => 1 + depth(lane)));

/** By what the lane says that it holds, or else, as for steps of a group, by where it is drawn. */
function laneOf(lanes: readonly Shape[]): LaneOf {
  return (shape) => {
    const said = lanes.findIndex(({ businessObject }) => (businessObject.get('flowNodeRef') as unknown[] | undefined)?.includes(shape.businessObject));
    const { y } = middleOf(shape);
    return Math.max(0, said < 0 ? lanes.findIndex((lane) => y >= lane.y && y < lane.y + lane.height) : said);
  };
}

interface Pool {
  readonly boxes: Map<string, Box>;
  readonly points: Map<string, Point[]>;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly width: number;
  readonly height: number;
}

function poolOf(pool: Shape): Pool {
  const nodes = (pool.children ?? []).filter(isFlowNode);
  if (pool.collapsed || nodes.length + lanesIn(pool).length === 0) return { boxes: new Map(), points: new Map(), xs: [], ys: [], width: 0, height: CLOSED };
  const lanes = leaves(pool);
  const scope = scopeOf(nodes, laneOf(lanes), Math.max(1, lanes.length));
  const left = HEADER * (1 + Math.max(0, depth(pool) - 1)) + (lanes.length > 0 ? HEADER : 0);
  const shifted = <P extends Point>(point: P): P => ({ ...point, x: point.x + left });
  const height = scope.grid.heights.reduce((sum, one) => sum + one, 0);
  return {
    boxes: new Map([...[...scope.boxes].map(([id, box]) => [id, shifted(box)] as const), ...lanesOf(pool, lanes, scope.grid.heights, left + scope.grid.width)]),
    points: new Map([...scope.points].map(([id, way]) => [id, way.map(shifted)])),
    xs: scope.grid.xs.map((x) => x + left),
    ys: scope.grid.ys,
    width: left + scope.grid.width,
    height,
  };
}

/** Each lane as high as those in it, and as long as the pool. */
function lanesOf(pool: Shape, lanes: readonly Shape[], heights: readonly number[], right: number): [string, Box][] {
  const place = (shape: Shape, left: number): [string, Box][] =>
    lanesIn(shape).flatMap((lane) => {
      const held = lanesIn(lane).length > 0 ? leaves(lane) : [lane];
      const [first, size] = [lanes.indexOf(held[0] ?? lane), held.length];
      const sum = (from: number, to: number): number => heights.slice(from, to).reduce((all, one) => all + one, 0);
      return [[lane.id, { x: left, y: sum(0, first), width: right - left, height: sum(first, first + size) }] as [string, Box], ...place(lane, left + HEADER)];
    });
  return place(pool, HEADER);
}

/** Where everything goes in a diagram of pools, one below the other; nothing where it has none. */
export function inPools(elements: readonly Shape[]): Drawn | undefined {
  const pools = elements.filter(({ type }) => type === 'bpmn:Participant').sort((one, other) => one.y - other.y);
  if (pools.length === 0) return undefined;
  const laid = pools.map((pool) => ({ pool, ...poolOf(pool) }));
  const [x, width] = [Math.min(...pools.map((pool) => pool.x)), Math.max(300, ...laid.map((one) => one.width))];
  const [boxes, points] = [new Map<string, Box>(), new Map<string, Point[]>()];
  const lines: { xs: number[]; ys: number[] } = { xs: [x - APART / 2, x + width + APART / 2], ys: [] };
  let y = Math.min(...pools.map((pool) => pool.y));
  for (const { pool, ...one } of laid) {
    const top = y;
    boxes.set(pool.id, { x, y, width, height: one.height });
    for (const [id, box] of one.boxes) boxes.set(id, { ...box, x: box.x + x, y: box.y + top, ...(elements.some((lane) => lane.id === id && lane.type === 'bpmn:Lane') ? { width: width - box.x } : {}) });
    for (const [id, way] of one.points) points.set(id, way.map((point) => ({ x: point.x + x, y: point.y + top })));
    lines.xs.push(...one.xs.map((at) => at + x));
    lines.ys.push(...one.ys.map((at) => at + top), ...[15, 30, 45].map((by) => top + one.height + by));
    y += one.height + APART;
  }
  for (const [id, way] of messages(elements, boxes, lines)) points.set(id, way);
  const drawn = (bounds: Box | null, way: Point[] | null) => ({ bounds, points: way });
  return new Map([...[...boxes].map(([id, box]) => [id, drawn(box, null)] as const), ...[...points].map(([id, way]) => [id, drawn(null, way)] as const)]);
}

/** Flows between pools go through what lies between their ends, around every step. */
function messages(elements: readonly Shape[], boxes: ReadonlyMap<string, Box>, { xs, ys }: { xs: readonly number[]; ys: readonly number[] }): Map<string, Point[]> {
  const flows = elements.filter(({ type, source, target }) => type === 'bpmn:MessageFlow' && source && target);
  if (flows.length === 0) return new Map();
  const closed = (one: Shape): boolean => one.type === 'bpmn:Participant' && !(one.children ?? []).some((child) => isFlowNode(child) || child.type === 'bpmn:Lane');
  const solid = elements.filter((one) => (isFlowNode(one) && !(one.children ?? []).some(isFlowNode)) || closed(one)).flatMap(({ id }) => boxes.get(id) ?? []);
  const router = new Router(new Lines(xs, ys, solid), []);
  return new Map(flows.map(({ id, source, target }) => {
    const [from, to] = [boxes.get(source?.id ?? ''), boxes.get(target?.id ?? '')];
    return [id, (from && to && router.draw({ from, to, target: target?.id ?? '' })) || [from, to].flatMap((one) => (one ? middleOf(one) : []))];
  }));
}
