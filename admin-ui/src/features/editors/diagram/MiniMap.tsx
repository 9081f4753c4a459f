import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useT } from '../../../shared/i18n/index.js';
import { toolWords } from './words.js';
import type { Canvas } from './Zoom.js';

/** As much of the modeler as a small map of it needs. */
export interface Mapped {
  get(name: 'minimap'): { open(): void; close(): void };
  get(name: 'canvas'): Canvas;
}

const FAR = 80;
const ARROWS: Readonly<Record<string, { dx: number; dy: number }>> = { ArrowLeft: { dx: FAR, dy: 0 }, ArrowRight: { dx: -FAR, dy: 0 }, ArrowUp: { dx: 0, dy: FAR }, ArrowDown: { dx: 0, dy: -FAR } };

/** The modeler's own map of the whole diagram, beside the drawing: inside of it, it would lie on steps. */
export function MiniMap({ modeler }: { modeler: Mapped }) {
  const t = useT(toolWords);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const container = modeler.get('canvas').getContainer();
    const map = container.querySelector('.djs-minimap');
    if (!map || !place.current) return undefined;
    place.current.append(map);
    modeler.get('minimap').open();
    return () => {
      modeler.get('minimap').close();
      container.append(map);
    };
  }, [modeler]);
  const move = (event: KeyboardEvent) => {
    const by = ARROWS[event.key];
    if (!by) return;
    event.preventDefault();
    modeler.get('canvas').scroll(by);
  };
  return <div ref={place} className="card mb-3 tertib-minimap" role="group" tabIndex={0} aria-label={t.mapUse} onKeyDown={move} />;
}
