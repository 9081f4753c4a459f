import { gridOf, type Grid } from './grid.js';
import { Lines } from './lines.js';
import { besideEdge, besideFlow, besideStep, expected, linesOf, sizeOf } from './names.js';
import { Router } from './route.js';
import { middleOf, type Box, type Point, type Step } from './step.js';
import type { Shape } from './tidy.js';

/** Steps that stand together, with all that they hold, from a corner of their own. */
export interface Scope {
  readonly boxes: Map<string, Box>;
  readonly points: Map<string, Point[]>;
  readonly grid: Grid;
}

/** Where the name of a group stands. */
const TITLE = 24;
const EDGE = 18;
/** What is left for the arrow beside the name of a flow. */
const ARROW = 24;

export const isFlowNode = ({ waypoints, labelTarget, host, type }: Shape): boolean => !waypoints && !labelTarget && !host && !/^bpmn:(Participant|Lane|Process|Collaboration)$/.test(type);
const isGroup = ({ type, collapsed, children = [] }: Shape): boolean => /^bpmn:(SubProcess|Transaction|AdHocSubProcess)$/.test(type) && !collapsed && children.some(isFlowNode);
const byPlace = (one: Shape, other: Shape): number => one.x - other.x || one.y - other.y;

/** The lane of each step, counted from above. */
export type LaneOf = (shape: Shape) => number;

/** Places steps, what they hold, what hangs on them, and the flows between them. */
export function scopeOf(nodes: readonly Shape[], laneOf: LaneOf, lanes: number): Scope {
  const inner = new Map(nodes.filter(isGroup).map((group) => [group.id, groupOf(group, laneOf)]));
  const flows = [...new Set(nodes.flatMap((node) => [node, ...(node.attachers ?? [])]).flatMap((node) => node.outgoing ?? []))].filter(({ type, source, target }) => type === 'bpmn:SequenceFlow' && source && target);
  const steps = nodes.toSorted(byPlace).map((node) => stepOf(node, inner.get(node.id), laneOf));
  const ways = flows.map(({ source, target }) => ({ from: source?.host?.id ?? source?.id ?? '', to: target?.id ?? '', atEdge: Boolean(source?.host) }));
  const grid = gridOf(steps, ways, lanes);
  const boxes = new Map<string, Box>(grid.boxes);
  const solid = [...grid.boxes.values()];
  const names: Box[] = [];
  const name = (shape: Shape, box: Box | undefined): void => {
    if (!shape.label || !box) return;
    boxes.set(shape.label.id, box);
    names.push(box);
  };
  for (const node of nodes) {
    const box = boxes.get(node.id);
    if (!box) continue;
    const hung = (node.attachers ?? []).toSorted(byPlace);
    hung.forEach((one, at) => {
      const apart = Math.min(50, (box.width - 40) / Math.max(1, hung.length - 1));
      const place = { x: Math.round(box.x + box.width - 20 - EDGE - (hung.length - 1 - at) * apart), y: box.y + box.height - EDGE, width: one.width, height: one.height };
      boxes.set(one.id, place);
      solid.push(place);
      name(one, besideEdge(one, place, at, hung.length));
    });
  }
  const points = drawn(flows, boxes, grid, solid, [...names, ...nodes.flatMap((node) => expected(node, boxes.get(node.id) ?? node))]);
  const taken = [...solid, ...[...points.values()].flatMap(linesOf)];
  for (const node of nodes) name(node, besideStep(node, boxes.get(node.id) ?? node, [...taken, ...names]));
  for (const flow of flows) if (flow.label) name(flow, besideFlow(flow.label, points.get(flow.id) ?? [], [...taken, ...names]));
  for (const [id, { scope }] of inner) {
    const { x, y } = boxes.get(id) ?? { x: 0, y: 0 };
    for (const [held, box] of scope.boxes) boxes.set(held, { ...box, x: box.x + x, y: box.y + y + TITLE });
    for (const [held, way] of scope.points) points.set(held, way.map((point) => ({ x: point.x + x, y: point.y + y + TITLE })));
  }
  return { boxes, points, grid };
}

function drawn(flows: readonly Shape[], boxes: ReadonlyMap<string, Box>, grid: Grid, solid: readonly Box[], names: readonly Box[]): Map<string, Point[]> {
  const router = new Router(new Lines(grid.xs, grid.ys, solid), names);
  const wanted = flows.flatMap(({ id, source, target }) => {
    const [from, to] = [boxes.get(source?.id ?? ''), boxes.get(target?.id ?? '')];
    return from && to && target ? [{ id, from, to, target: target.id, down: Boolean(source?.host) }] : [];
  });
  // The short ones keep their straight ways; the long ones go around.
  const length = ({ from, to }: { from: Box; to: Box }): number => Math.abs(middleOf(from).x - middleOf(to).x) + 2 * Math.abs(middleOf(from).y - middleOf(to).y) + (middleOf(to).x < middleOf(from).x ? 1000 : 0);
  return new Map(wanted.toSorted((one, other) => length(one) - length(other)).map((one) => [one.id, router.draw(one) ?? [middleOf(one.from), middleOf(one.to)]]));
}

interface Group {
  readonly scope: Scope;
  readonly across: readonly [number, number] | undefined;
  readonly width: number;
  readonly height: number;
}

/** A group that was drawn over two lanes goes on to do so, each of its steps in its lane. */
function groupOf(group: Shape, laneOf: LaneOf): Group {
  const held = (group.children ?? []).filter(isFlowNode);
  const [first = 0, second, ...more] = [...new Set(held.map(laneOf))].sort((a, b) => a - b);
  const two = second === first + 1 && more.length === 0;
  const scope = scopeOf(held, two ? (shape) => laneOf(shape) - first : () => 0, two ? 2 : 1);
  const [upper = 0, lower = 0] = scope.grid.heights;
  return { scope, across: two ? [upper + TITLE, lower] : undefined, width: scope.grid.width, height: upper + lower + TITLE };
}

function stepOf(node: Shape, group: Group | undefined, laneOf: LaneOf): Step {
  const { width, height } = group ?? node;
  const label = node.label;
  const above = label && node.type.endsWith('Gateway') ? label.height + 8 : 0;
  const hung = node.attachers ?? [];
  const hanging = hung.length > 0 ? EDGE + Math.max(0, ...hung.map((one) => one.label?.height ?? 0)) * Math.max(1, hung.length - 1) + 8 : 0;
  const below = Math.max(hanging, label && !above ? label.height + 8 : 0);
  const lane = group?.across ? Math.min(...(node.children ?? []).filter(isFlowNode).map(laneOf)) : laneOf(node);
  const after = Math.max(0, ...(node.outgoing ?? []).flatMap((flow) => (flow.label ? sizeOf(flow.label).width + ARROW : [])));
  return { id: node.id, after, width, height, room: Math.max(width, label?.width ?? 0), lane, above, below, ...(group?.across ? { across: group.across } : {}) };
}

