/** As long as cards above may still be filled. */
const SETTLED_MS = 5_000;
const TAKES_OVER = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

/** Ref of a part of a page that an address leads to by its `#`: shown when it is there, and kept in sight while what stands above it grows, until its reader moves. */
export const arrival = (id: string) => (element: HTMLElement | null): (() => void) | undefined => {
  if (!element || window.location.hash !== `#${encodeURIComponent(id)}`) return undefined;
  const observer = new ResizeObserver(() => element.scrollIntoView({ block: 'start' }));
  observer.observe(document.body);
  const stop = (): void => {
    observer.disconnect();
    for (const event of TAKES_OVER) window.removeEventListener(event, stop);
    clearTimeout(timer);
  };
  const timer = setTimeout(stop, SETTLED_MS);
  for (const event of TAKES_OVER) window.addEventListener(event, stop, { passive: true });
  return stop;
};
