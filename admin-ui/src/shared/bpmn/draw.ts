import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type { ChangeKind, Token } from '../../api/index.js';

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Canvas {
  zoom(level?: number | 'fit-viewport', center?: 'auto' | { x: number; y: number }): number;
  viewbox(box?: Bounds): Bounds & { scale: number; inner: Bounds; outer: { width: number; height: number } };
  /** Says that its place has another size now. */
  resized(): void;
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
}

interface Overlays {
  add(element: string, overlay: { position: object; html: HTMLElement }): string;
  remove(id: string): void;
}

export interface DiagramElement extends Bounds {
  id: string;
  type: string;
  parent?: object;
  businessObject: { calledElement?: string; name?: string };
  waypoints?: { x: number; y: number }[];
}

interface Registry {
  get(id: string): DiagramElement | undefined;
  getAll(): DiagramElement[];
}

interface Labels {
  count: (count: number) => string;
  openLabel: (name: string) => string;
  onOpen?: (calledKey: string) => void;
}

export interface Drawn {
  clear(): void;
}

export const canvasOf = (viewer: NavigatedViewer): Canvas => viewer.get('canvas');
export const registryOf = (viewer: NavigatedViewer): Registry => viewer.get('elementRegistry');

function badge(token: Token, label: string): HTMLElement {
  const html = document.createElement('span');
  html.className = `token-badge ${token.state}`;
  html.textContent = token.state === 'incident' ? '!' : String(token.count);
  html.title = label;
  return html;
}

function opener(element: DiagramElement, labels: Labels): HTMLElement {
  const html = document.createElement('button');
  html.type = 'button';
  html.className = 'open-called';
  html.textContent = '↘';
  html.setAttribute('aria-label', labels.openLabel(element.businessObject.name ?? element.id));
  html.addEventListener('click', () => labels.onOpen?.(element.businessObject.calledElement ?? ''));
  return html;
}

/** Draws tokens and the ways into called diagrams; `clear` takes all of it off again. */
export function drawTokens(viewer: NavigatedViewer, tokens: Token[], labels: Labels): Drawn {
  const canvas = canvasOf(viewer);
  const overlays: Overlays = viewer.get('overlays');
  const registry = registryOf(viewer);
  const undo: (() => void)[] = [];
  const going = new Set(tokens.filter(({ state }) => state !== 'done').map(({ elementId }) => elementId));
  for (const token of tokens) {
    // A step that was done before and runs again is running.
    if (token.state === 'done' && going.has(token.elementId)) continue;
    const element = registry.get(token.elementId);
    // What holds the active step is not marked as well: its colour would fill half the picture.
    if (!element || (element.type === 'bpmn:SubProcess' && token.state !== 'incident')) continue;
    const marker = `token-${token.state}`;
    canvas.addMarker(token.elementId, marker);
    undo.push(() => canvas.removeMarker(token.elementId, marker));
    if (token.state === 'done') continue;
    const id = overlays.add(token.elementId, { position: { top: -12, right: 12 }, html: badge(token, labels.count(token.count)) });
    undo.push(() => overlays.remove(id));
  }
  for (const element of registry.getAll()) {
    if (!labels.onOpen || element.type !== 'bpmn:CallActivity' || !element.businessObject.calledElement) continue;
    const id = overlays.add(element.id, { position: { bottom: 14, left: element.width / 2 - 14 }, html: opener(element, labels) });
    undo.push(() => overlays.remove(id));
  }
  return { clear: () => undo.forEach((step) => step()) };
}

/** Colours what differs from another version. The whole diagram is not an element of the picture. */
export function drawMarks(viewer: NavigatedViewer, marks: ReadonlyMap<string, ChangeKind>): Drawn {
  const canvas = canvasOf(viewer);
  const drawn = [...marks].filter(([id]) => registryOf(viewer).get(id)?.parent);
  for (const [id, change] of drawn) canvas.addMarker(id, `change-${change}`);
  return { clear: () => drawn.forEach(([id, change]) => canvas.removeMarker(id, `change-${change}`)) };
}

/** How many came through, and what is special about it. */
export interface Passed {
  count: number;
  mark?: 'stopped' | 'unfilled' | 'other' | 'unknown';
}

/** Steps and events that show nothing of their own, and frames whose colour would fill the picture. */
const FRAMES = /^(label|bpmn:(SubProcess|Participant|Lane|Group|TextAnnotation|Process|Collaboration))$/;
const MARKED_ABOVE = { top: -12, right: 12 };

/** Writes on each step and each way out of a branching how many came there; what nobody came to is pale. */
export function drawPassed(viewer: NavigatedViewer, passed: ReadonlyMap<string, Passed>, label: (count: number) => string): Drawn {
  const canvas = canvasOf(viewer);
  const overlays: Overlays = viewer.get('overlays');
  const undo: (() => void)[] = [];
  for (const element of registryOf(viewer).getAll()) {
    if (!element.parent || !element.type || FRAMES.test(element.type) || !element.type.startsWith('bpmn:') || element.id.endsWith('_label')) continue;
    const { count, mark } = passed.get(element.id) ?? { count: 0 };
    const marker = `passed-${mark ?? (count > 0 ? 'some' : 'none')}`;
    canvas.addMarker(element.id, marker);
    undo.push(() => canvas.removeMarker(element.id, marker));
    if (count === 0 && !mark) continue;
    const html = document.createElement('span');
    html.className = `passed-badge ${mark ?? ''}`;
    html.textContent = String(count);
    html.title = label(count);
    const id = overlays.add(element.id, { position: element.waypoints ? middleOf(element.waypoints) : MARKED_ABOVE, html });
    undo.push(() => overlays.remove(id));
  }
  return { clear: () => undo.forEach((step) => step()) };
}

/** The middle of a flow's longest part, from the corner that overlays are measured from. */
function middleOf(points: { x: number; y: number }[]): { top: number; left: number } {
  const parts = points.slice(1).map((end, index) => ({ start: points[index] ?? end, end }));
  const length = ({ start, end }: (typeof parts)[number]) => Math.abs(end.x - start.x) + Math.abs(end.y - start.y);
  const [longest] = parts.toSorted((a, b) => length(b) - length(a));
  const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))];
  if (!longest) return { top: 0, left: 0 };
  return { left: (longest.start.x + longest.end.x) / 2 - left - 10, top: (longest.start.y + longest.end.y) / 2 - top - 10 };
}

/** How warm a step is, and what is written on it: colour alone says nothing to many. */
export interface Heat {
  level: 1 | 2 | 3 | 4 | 5;
  text: string;
  label: string;
}

const MARKED_BELOW = { bottom: 10, left: 4 };

/** Colours steps by how long they take. */
export function drawHeat(viewer: NavigatedViewer, heat: ReadonlyMap<string, Heat>): Drawn {
  const canvas = canvasOf(viewer);
  const overlays: Overlays = viewer.get('overlays');
  const undo: (() => void)[] = [];
  for (const [elementId, { level, text, label }] of heat) {
    if (!registryOf(viewer).get(elementId)) continue;
    const html = document.createElement('span');
    html.className = 'heat-badge';
    html.textContent = text;
    html.title = label;
    canvas.addMarker(elementId, `heat-${level}`);
    const id = overlays.add(elementId, { position: MARKED_BELOW, html });
    undo.push(() => canvas.removeMarker(elementId, `heat-${level}`), () => overlays.remove(id));
  }
  return { clear: () => undo.forEach((step) => step()) };
}

const AROUND = { wide: 260, high: 150 };

/** The whole diagram, or the surroundings of one element. */
export function focusOn(viewer: NavigatedViewer, elementId: string | undefined, small: boolean): void {
  const canvas = canvasOf(viewer);
  const element = elementId ? registryOf(viewer).get(elementId) : undefined;
  const { outer } = canvas.viewbox();
  if (!outer.width || !outer.height) return;
  canvas.zoom('fit-viewport', 'auto');
  if (!element) return;
  const x = element.x + element.width / 2;
  const y = element.y + element.height / 2;
  const wide = small ? AROUND.wide : AROUND.wide * 2.5;
  const high = small ? AROUND.high : AROUND.high * 2.5;
  const width = Math.max(wide, (high * outer.width) / outer.height);
  const height = (width * outer.height) / outer.width;
  canvas.viewbox({ x: x - width / 2, y: y - height / 2, width, height });
}
