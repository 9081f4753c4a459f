import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnsOf, forward } from '../../admin-ui/src/features/editors/diagram/tidy/columns.js';
import { inPools } from '../../admin-ui/src/features/editors/diagram/tidy/pools.js';
import { meet, middleOf, type Box, type Point, type Step } from '../../admin-ui/src/features/editors/diagram/tidy/step.js';
import { cannotBeTidied, fromOrigin, placesOf, type Shape } from '../../admin-ui/src/features/editors/diagram/tidy/tidy.js';
import { drawnShapes } from './drawn-shapes.js';
import { twoPools } from './two-pools.js';

const read = (path: string): string => readFileSync(join(__dirname, '../..', path), 'utf8');
const DIAGRAMS = ['bpmn/pengelolaan-data.bpmn', 'bpmn/pengolahan-dataset.bpmn', 'bpmn/penyampaian-data.bpmn', 'examples/informasi-publik/bpmn/informasi-publik.bpmn'].map((path) => [path, read(path)] as const);
const ALL = [...DIAGRAMS, ['two pools', twoPools()] as const];

const contains = (outer: Box, inner: Box): boolean => inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
const within = (one: Shape, other: Shape): boolean => one.parent === other || (one.parent ? within(one.parent, other) : false);
const isStep = ({ type, waypoints, labelTarget, host }: Shape): boolean => !waypoints && !labelTarget && !host && !/Participant|Lane/.test(type);
const shrunk = ({ x, y, width, height }: Box): Box => ({ x: x + 1, y: y + 1, width: width - 2, height: height - 2 });
const onEdge = ({ x, y }: Point, box: Box): boolean => contains({ x: box.x - 1, y: box.y - 1, width: box.width + 2, height: box.height + 2 }, { x, y, width: 0, height: 0 }) && !contains(shrunk(shrunk(box)), { x, y, width: 0, height: 0 });

async function laid(xml: string) {
  const shapes = await drawnShapes(xml);
  const drawn = inPools(shapes);
  const box = (shape: Shape): Box => {
    const bounds = drawn?.get(shape.id)?.bounds;
    if (!bounds) throw new Error(`${shape.id} has no place`);
    return bounds;
  };
  return { shapes, drawn, box, steps: shapes.filter(isStep), flows: shapes.filter(({ waypoints }) => waypoints), way: ({ id }: Shape): readonly Point[] => drawn?.get(id)?.points ?? [] };
}

describe('a diagram of pools and lanes laid out anew', () => {
  it.each(ALL)('gives everything a place, and none lies on another: %s', async (_, xml) => {
    const { shapes, drawn, box, steps } = await laid(xml);
    expect(cannotBeTidied(shapes)).toBe(false);
    expect(placesOf(shapes, drawn ?? new Map()).map(({ shape }) => shape.id).toSorted()).toEqual(shapes.map(({ id }) => id).toSorted());
    const over = steps.flatMap((one, at) => steps.slice(at + 1).filter((other) => !within(one, other) && !within(other, one) && meet(box(one), box(other))).map((other) => `${one.id} ${other.id}`));
    expect(over).toEqual([]);
    expect(steps.filter((one) => one.parent && !contains(box(one.parent), box(one))).map(({ id }) => id)).toEqual([]);
  });

  it.each(ALL)('leaves each step in its lane, and lanes side by side in their pool: %s', async (_, xml) => {
    const { shapes, box } = await laid(xml);
    const lanes = shapes.filter(({ type }) => type === 'bpmn:Lane');
    for (const lane of lanes) {
      const held = (lane.businessObject.get('flowNodeRef') as object[]).flatMap((ref) => shapes.find(({ businessObject, labelTarget }) => businessObject === ref && !labelTarget) ?? []);
      // A group that was drawn over two lanes begins in its own.
      expect(held.filter((one) => !one.host && !(contains(box(lane), box(one)) || (one.type === 'bpmn:SubProcess' && box(one).y >= box(lane).y))).map(({ id }) => `${lane.id}: ${id}`)).toEqual([]);
      expect(lane.parent && contains(box(lane.parent), box(lane))).toBe(true);
    }
    const sisters = lanes.flatMap((one) => lanes.filter((other) => other !== one && other.parent === one.parent && meet(box(one), box(other))));
    expect(sisters).toEqual([]);
    for (const pool of shapes.filter(({ type, children = [] }) => type === 'bpmn:Participant' && children.some((child) => child.type === 'bpmn:Lane'))) {
      const heights = (pool.children ?? []).filter(({ type }) => type === 'bpmn:Lane').map((lane) => box(lane).height);
      expect(heights.reduce((sum, height) => sum + height, 0)).toBe(box(pool).height);
    }
  });

  it.each(ALL)('draws each flow level and upright, from edge to edge, through no step: %s', async (_, xml) => {
    const { flows, way, box, steps, shapes } = await laid(xml);
    const solid = [...steps, ...shapes.filter(({ host, labelTarget }) => host && !labelTarget)];
    for (const flow of flows) {
      const points = way(flow);
      expect([flow.id, onEdge(points[0] as Point, box(flow.source as Shape)), onEdge(points.at(-1) as Point, box(flow.target as Shape))]).toEqual([flow.id, true, true]);
      const parts = points.slice(1).map((to, at) => [points[at] as Point, to] as const);
      expect([flow.id, parts.filter(([from, to]) => from.x !== to.x && from.y !== to.y)]).toEqual([flow.id, []]);
      const through = solid.filter((one) => one !== flow.source && one !== flow.target && one.host !== flow.source && one !== flow.source?.host && !within(flow, one) && !within(flow.source as Shape, one) && !within(flow.target as Shape, one)
        && parts.some(([from, to]) => meet(shrunk(box(one)), { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x) || 0.1, height: Math.abs(from.y - to.y) || 0.1 })));
      expect([flow.id, through.map(({ id }) => id)]).toEqual([flow.id, []]);
    }
  });

  it.each(ALL)('leaves what hangs on a step at its lower edge, and names near what they name: %s', async (_, xml) => {
    const { shapes, box, drawn } = await laid(xml);
    for (const hung of shapes.filter(({ host, labelTarget }) => host && !labelTarget)) {
      const [host, { x, y }] = [box(hung.host as Shape), middleOf(box(hung))];
      expect([hung.id, y, x > host.x && x < host.x + host.width]).toEqual([hung.id, host.y + host.height, true]);
    }
    const names = shapes.filter(({ labelTarget }) => labelTarget && !(labelTarget as Shape).waypoints);
    for (const name of names) {
      const [at, of] = [middleOf(box(name)), middleOf(box(name.labelTarget as Shape))];
      expect([name.id, Math.hypot(at.x - of.x, at.y - of.y) < 120]).toEqual([name.id, true]);
    }
    expect(names.every(({ id }) => drawn?.has(id))).toBe(true);
  });

  it('keeps a group over the two lanes that it was drawn over, each of its steps in its own', async () => {
    const { shapes, box } = await laid(read('bpmn/penyampaian-data.bpmn'));
    const [group, upper, lower, send, confirm] = ['penyampaian-berbatas', 'operator', 'pimpinan', 'menyampaikan-data', 'memvalidasi'].map((id) => box(shapes.find((one) => one.id === id) as Shape)) as [Box, Box, Box, Box, Box];
    expect([contains(upper, send), contains(lower, confirm), group.y > upper.y, group.y + group.height < lower.y + lower.height]).toEqual([true, true, true, true]);
  });

  it('is the same again when it is laid out twice', async () => {
    const { shapes, drawn } = await laid(read('bpmn/pengelolaan-data.bpmn'));
    for (const { shape, bounds } of placesOf(shapes, drawn ?? new Map())) if (bounds) Object.assign(shape, bounds);
    const again = inPools(shapes);
    for (const { id } of shapes.filter(({ labelTarget }) => !labelTarget)) expect([id, again?.get(id)]).toEqual([id, drawn?.get(id)]);
  });

  it('begins where a diagram that is written begins, so that writing it moves nothing', async () => {
    const { shapes, drawn } = await laid(twoPools());
    const corners = fromOrigin(placesOf(shapes, drawn ?? new Map())).flatMap(({ bounds, points }) => points ?? bounds ?? []);
    expect([Math.min(...corners.map(({ x }) => x)), Math.min(...corners.map(({ y }) => y))]).toEqual([150, 75]);
  });

  it('ends where work leads back to itself, in whatever tangle', () => {
    const steps = ['n0', 'n1', 'n2', 'n3'].map((id): Step => ({ id, width: 100, height: 80, room: 100, lane: 0, above: 0, below: 0, after: 0 }));
    const ways = [['n3', 'n1'], ['n2', 'n2'], ['n2', 'n0'], ['n1', 'n0'], ['n3', 'n0'], ['n3', 'n2'], ['n0', 'n3']].map(([from = '', to = '']) => ({ from, to, atEdge: false }));
    const columns = columnsOf(steps, forward(steps, ways));
    expect(forward(steps, ways).filter(({ from, to }) => (columns.get(from) ?? 0) >= (columns.get(to) ?? 0))).toEqual([]);
  });

  it('knows nothing of a diagram without pools', () => {
    expect(inPools([])).toBeUndefined();
  });
});
