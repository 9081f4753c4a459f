import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useT } from '../../../shared/i18n/index.js';
import { words } from '../words.js';
import type { DiagramElement } from './model.js';

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

/** Nearer, farther, all: for those without a wheel on their mouse. */
export function ZoomButtons({ canvas }: { canvas: Canvas }) {
  const t = useT(words);
  const buttons = [
    { label: t.zoomIn, icon: IconPlus, act: () => canvas.zoom(canvas.zoom() * STEP, 'auto') },
    { label: t.zoomOut, icon: IconMinus, act: () => canvas.zoom(canvas.zoom() / STEP, 'auto') },
    { label: t.zoomAll, icon: IconMaximize, act: () => show(canvas, whole(canvas)) },
  ];
  return (
    <div className="btn-group-vertical tertib-zoom">
      {buttons.map(({ label, icon: Icon, act }) => <button key={label} type="button" className="btn btn-icon" aria-label={label} title={label} onClick={act}><Icon size={18} aria-hidden /></button>)}
    </div>
  );
}
