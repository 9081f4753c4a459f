import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { canvasOf } from './draw.js';

export interface Fitted {
  /** Shows the picture so, and again whenever its place changes: a telephone is turned, a panel opens. */
  fit(show: () => void): void;
  stop(): void;
}

/** Whoever moved or zoomed the picture himself keeps what he sees. */
export function keepFitted(viewer: NavigatedViewer, place: Element): Fitted {
  const canvas = canvasOf(viewer);
  const seen = (): string => {
    const { x, y, scale } = canvas.viewbox();
    return [x, y, scale].join();
  };
  let show: (() => void) | undefined;
  let fitted = '';
  const put = () => {
    show?.();
    fitted = seen();
  };
  const observer = new ResizeObserver(() => {
    const isOwn = seen() !== fitted;
    canvas.resized();
    if (!isOwn) put();
  });
  observer.observe(place);
  return {
    fit: (next) => {
      show = next;
      put();
    },
    stop: () => observer.disconnect(),
  };
}
