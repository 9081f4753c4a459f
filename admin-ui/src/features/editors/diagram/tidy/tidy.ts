import type { DiagramElement } from '../model.js';
import type { Drawn, Point } from './drawn.js';

/** An element as the drawing has it. */
export interface Shape extends DiagramElement {
  x: number;
  y: number;
  width: number;
  height: number;
  waypoints?: Point[];
  label?: Shape;
  collapsed?: boolean;
  parent?: Shape | null;
  children?: Shape[];
  /** What it sits on the edge of. */
  host?: Shape | null;
  attachers?: Shape[];
  outgoing?: Shape[];
  source?: Shape;
  target?: Shape;
  /** What of it is written into the file. */
  di: { isHorizontal?: boolean; bounds?: Bounds; waypoint?: unknown[]; label?: { bounds?: Bounds } };
}

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Of one element, how it lies. */
interface Place {
  readonly shape: Shape;
  readonly bounds: Bounds | null;
  readonly points: readonly Point[] | null;
}

interface Parts {
  readonly point: (at: Point) => unknown;
}

const boundsOf = ({ x, y, width, height }: Bounds): Bounds => ({ x, y, width, height });

/** What keeps a diagram from being laid out, by the types in it: the layout knows nothing of these and would drop them from the drawing. */
const NOT_LAID_OUT = /^bpmn:(Group|TextAnnotation|Data(Object|Store)Reference)$/;

export const cannotBeTidied = (elements: readonly Shape[]): boolean =>
  elements.some(({ type, businessObject, collapsed, di }) => NOT_LAID_OUT.test(type) || di.isHorizontal === false || (type === 'bpmn:SubProcess' && collapsed === true && ((businessObject.get('flowElements') as unknown[] | undefined)?.length ?? 0) > 0));

/** Where each element goes; what the layout says nothing of goes with its neighbour. */
export function placesOf(elements: readonly Shape[], drawn: Drawn): Place[] {
  return elements.flatMap((shape): Place[] => {
    const at = shape.labelTarget ? undefined : drawn.get(shape.id);
    const name = shape.label && drawn.get(shape.label.id)?.bounds;
    if (!at) return [];
    const named = (to: Point, from: Point): Place[] => (shape.label && name ? [{ shape: shape.label, bounds: name, points: null }] : labelOf(shape, to, from));
    if (at.points) return [{ shape, bounds: null, points: at.points }, ...named(middleOf(at.points), middleOf(shape.waypoints ?? []))];
    if (!at.bounds) return [];
    return [{ shape, bounds: at.bounds, points: null }, ...named(at.bounds, shape)];
  });
}

/** Where the modeler moves a diagram when it is written; from anywhere else, that would be a second step of undo. */
const ORIGIN: Point = { x: 150, y: 75 };

/** The same, beginning there. */
export function fromOrigin(places: readonly Place[]): Place[] {
  const corners = places.flatMap(({ bounds, points }) => points ?? bounds ?? []);
  const by = { x: ORIGIN.x - Math.min(...corners.map(({ x }) => x)), y: ORIGIN.y - Math.min(...corners.map(({ y }) => y)) };
  const moved = <P extends Point>(point: P): P => ({ ...point, x: point.x + by.x, y: point.y + by.y });
  return places.map(({ shape, bounds, points }) => ({ shape, bounds: bounds && moved(bounds), points: points && points.map(moved) }));
}

function labelOf({ label }: Shape, to: Point, from: Point): Place[] {
  return label ? [{ shape: label, bounds: { x: label.x + to.x - from.x, y: label.y + to.y - from.y, width: label.width, height: label.height }, points: null }] : [];
}

const middleOf = (points: readonly Point[]): Point => {
  const [a, b] = [points[Math.floor((points.length - 1) / 2)], points[Math.ceil((points.length - 1) / 2)]];
  return a && b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : { x: 0, y: 0 };
};

/** As a command: what is drawn moves, what it means is not looked at; undone by going back to where all lay. */
export class TidyHandler {
  static readonly $inject = ['moddle'];
  private readonly parts: Parts;

  constructor(moddle: { create(type: string, properties: object): unknown }) {
    this.parts = { point: ({ x, y }) => moddle.create('dc:Point', { x, y }) };
  }

  execute(context: { places: Place[]; before?: Place[] }): Shape[] {
    context.before = context.places.map(({ shape, points }) => ({ shape, bounds: points ? null : boundsOf(shape), points: points ? [...(shape.waypoints ?? [])] : null }));
    return this.put(context.places);
  }

  revert({ before = [] }: { places: Place[]; before?: Place[] }): Shape[] {
    return this.put(before);
  }

  private put(places: readonly Place[]): Shape[] {
    for (const { shape, bounds, points } of places) {
      if (points) {
        shape.waypoints = points.map(({ x, y }) => ({ x, y }));
        shape.di.waypoint = points.map((point) => this.parts.point(point));
      } else if (bounds) {
        Object.assign(shape, bounds);
        const written = shape.labelTarget ? shape.di.label?.bounds : shape.di.bounds;
        if (written) Object.assign(written, bounds);
      }
    }
    return places.map(({ shape }) => shape);
  }
}
