import { IconKeyboard, IconMap, IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useT } from '../../../shared/i18n/index.js';
import { words } from '../words.js';
import { keyWords } from './keyboard/words.js';
import type { DiagramElement } from './model.js';
import { toolWords } from './words.js';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** As much of the modeler's canvas as is used for moving about in a diagram. */
export interface Canvas {
  zoom(level?: number | 'fit-viewport', center?: 'auto'): number;
  viewbox(box?: Box): { outer: { width: number; height: number }; inner: Box };
  scrollToElement(element: DiagramElement, margin: number): void;
  focus(): void;
  getContainer(): HTMLElement;
  scroll(by: { dx: number; dy: number }): unknown;
}

/** Below this the names of the steps cannot be read. */
const READABLE = 0.7;
/** What the palette covers. */
const PALETTE = 120;
const EDGE = 20;
const STEP = 1.25;

/** The whole diagram where it can still be read; otherwise its beginning, clear of the palette. */
export function showStart(canvas: Canvas): void {
  show(canvas, Math.max(whole(canvas), READABLE));
}

/** Whether it cannot be read when all of it is seen. */
export const isLarge = (canvas: Canvas): boolean => whole(canvas) < READABLE;

/** What a screen reader says of the drawing, which has keys of its own. */
export function nameDrawing(place: HTMLElement, name: string): void {
  const drawing = place.querySelector('.djs-container > svg');
  drawing?.setAttribute('role', 'application');
  drawing?.setAttribute('aria-label', name);
}

function whole(canvas: Canvas): number {
  const { inner, outer } = canvas.viewbox();
  return Math.min((outer.width - PALETTE - EDGE) / inner.width, (outer.height - 2 * EDGE) / inner.height, 1);
}

function show(canvas: Canvas, scale: number): void {
  const { inner, outer } = canvas.viewbox();
  canvas.viewbox({ x: inner.x - PALETTE / scale, y: inner.y - EDGE / scale, width: outer.width / scale, height: outer.height / scale });
}

export function showElement(canvas: Canvas, element: DiagramElement): void {
  canvas.scrollToElement(element, PALETTE + EDGE);
}

interface Props {
  canvas: Canvas;
  /** Whether the small map is open. */
  map: boolean;
  onMap: () => void;
  onHelp: () => void;
}

/** Nearer, farther, all, for those without a wheel on their mouse; the small map; and the keys. */
export function ZoomButtons({ canvas, map, onMap, onHelp }: Props) {
  const t = useT(words);
  const tools = useT(toolWords);
  const keys = useT(keyWords);
  const buttons = [
    { label: t.zoomIn, icon: IconPlus, act: () => canvas.zoom(canvas.zoom() * STEP, 'auto'), pressed: undefined },
    { label: t.zoomOut, icon: IconMinus, act: () => canvas.zoom(canvas.zoom() / STEP, 'auto'), pressed: undefined },
    { label: t.zoomAll, icon: IconMaximize, act: () => show(canvas, whole(canvas)), pressed: undefined },
    { label: tools.map, icon: IconMap, act: onMap, pressed: map },
    { label: keys.help, icon: IconKeyboard, act: onHelp, pressed: undefined },
  ];
  return <>{buttons.map(({ label, icon: Icon, act, pressed }) => <button key={label} type="button" className={`btn btn-icon btn-sm${pressed ? ' active' : ''}`} aria-label={label} aria-pressed={pressed} title={label} onClick={act}><Icon size={18} aria-hidden /></button>)}</>;
}
