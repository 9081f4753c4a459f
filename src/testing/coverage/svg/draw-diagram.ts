import { nodes, type Node } from '../../../platform/releases/index.js';
import type { CoveredDiagram } from '../covered-diagram.js';
import { drawShape, hasNameBeside, type Bounds } from './shapes.js';
import { escaped, FONT_SIZE, textAt } from './text.js';

const MARGIN = 20;
const HEAD = 40;
const LABEL_WIDTH = 90;

/** Red is also dashed: not everybody tells it from green. */
const STYLE = `
svg { background: #fff; font: ${FONT_SIZE}px sans-serif; }
text { fill: #1f2328; stroke: none; text-anchor: middle; }
.title { font-size: 15px; font-weight: bold; text-anchor: start; }
.passed { stroke: #1a7f37; fill: #dafbe1; }
.missed { stroke: #cf222e; fill: #ffebe9; stroke-dasharray: 5 3; }
.other { stroke: #8c959f; fill: #fff; }
.flow { fill: none; stroke-width: 1.5; }
.flow.passed { stroke-width: 2.2; }
.sign { fill: none; stroke-width: 1.2; stroke-dasharray: none; }
.sign .heavy { stroke-width: 2.6; }
.passed .solid, path.passed.solid { fill: #1a7f37; }
.missed .solid { fill: #cf222e; }
.bold, .bold circle { stroke-width: 3; }
.frame { fill: none; }
.event, .event circle { stroke-dasharray: 3 3; }
text.beside { paint-order: stroke; stroke: #fff; stroke-width: 3px; }`;

const arrow = (kind: string, colour: string): string =>
  `<marker id="${kind}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5 0 10z" fill="${colour}"/></marker>`;

/** A diagram as its author arranged it, in the colours of what was passed; an SVG document that needs nothing else. */
export function drawDiagram({ definitions, elements, flows }: CoveredDiagram, title: string): string {
  const kinds = new Map([...elements, ...flows].map(({ id, covered }) => [id, covered ? 'passed' : 'missed']));
  const kindOf = (shape: Node): string => kinds.get(String((shape['bpmnElement'] as Node | undefined)?.id)) ?? 'other';
  const planes = nodes(definitions['diagrams']).flatMap((diagram) => nodes(diagram['plane']));
  const drawn = planes.flatMap((plane) => nodes(plane['planeElement'])).filter((shape) => shape['bpmnElement'] !== undefined);
  const shapes = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNShape');
  const edges = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNEdge');
  const { x, y, width, height } = around([...shapes.map(boundsOf), ...edges.flatMap(pointsOf).map((point) => ({ ...point, width: 0, height: 0 })), ...drawn.flatMap(labelBounds)]);
  const body = [
    // Frames below what they hold, lines below shapes, words on top.
    ...shapes.filter(isFrame).map((shape) => `<g class="${kindOf(shape)}">${drawShape(elementOf(shape), boundsOf(shape))}</g>`),
    ...edges.map((edge) => line(edge, kindOf(edge))),
    ...shapes.filter((shape) => !isFrame(shape)).map((shape) => `<g class="${kindOf(shape)}">${drawShape(elementOf(shape), boundsOf(shape))}</g>`),
    ...drawn.filter((shape) => shape.$type === 'bpmndi:BPMNEdge' || hasNameBeside(elementOf(shape))).map(label),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y - HEAD} ${width} ${height + HEAD}" width="${width}" height="${height + HEAD}">
<title>${escaped(title)}</title><style>${STYLE}</style>
<defs>${arrow('passed', '#1a7f37')}${arrow('missed', '#cf222e')}${arrow('other', '#8c959f')}</defs>
<text class="title" x="${x + MARGIN}" y="${y - HEAD / 2 + 8}">${escaped(title)}</text>
${body.join('\n')}
</svg>
`;
}

const elementOf = (shape: Node): Node => shape['bpmnElement'] as Node;

/** Subprocesses that are open, pools and lanes: they have other shapes inside. */
const isFrame = (shape: Node): boolean => /(SubProcess|Transaction|Participant|Lane)$/.test(elementOf(shape).$type);

const boundsOf = (shape: Node): Bounds => {
  const { x, y, width, height } = shape['bounds'] as unknown as Bounds;
  return { x, y, width, height };
};

const pointsOf = (edge: Node): { x: number; y: number }[] => nodes(edge['waypoint']).map((point) => ({ x: Number(point['x']), y: Number(point['y']) }));

const line = (edge: Node, kind: string): string =>
  `<polyline class="flow ${kind}" marker-end="url(#${kind})" points="${pointsOf(edge).map(({ x, y }) => `${x},${y}`).join(' ')}"/>`;

const labelBounds = (shape: Node): Bounds[] => nodes(shape['label']).filter((one) => one['bounds'] !== undefined).map(boundsOf);

/** A name beside its shape: where its author put it, or below the shape and halfway along the flow. */
function label(shape: Node): string {
  const name = String(elementOf(shape)['name'] ?? '');
  if (name === '') return '';
  const [given] = labelBounds(shape);
  const place = given ? { x: given.x + given.width / 2, y: given.y, width: Math.max(given.width, LABEL_WIDTH) } : besides(shape);
  return textAt(name, place.x, place.y, place.width, 'top').replaceAll('<text ', '<text class="beside" ');
}

function besides(shape: Node): { x: number; y: number; width: number } {
  if (shape.$type === 'bpmndi:BPMNShape') {
    const { x, y, width, height } = boundsOf(shape);
    return { x: x + width / 2, y: y + height + 2, width: LABEL_WIDTH };
  }
  const points = pointsOf(shape);
  const [from, to] = [points[Math.max(0, Math.floor(points.length / 2) - 1)], points[Math.floor(points.length / 2)]];
  return { x: ((from?.x ?? 0) + (to?.x ?? 0)) / 2, y: ((from?.y ?? 0) + (to?.y ?? 0)) / 2 - FONT_SIZE - 4, width: LABEL_WIDTH };
}

function around(boxes: readonly Bounds[]): Bounds {
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const [right, bottom] = [Math.max(...boxes.map(({ x, width }) => x + width)), Math.max(...boxes.map(({ y, height }) => y + height))];
  return { x: left - MARGIN, y: top - MARGIN, width: right - left + 2 * MARGIN, height: bottom - top + 2 * MARGIN };
}
