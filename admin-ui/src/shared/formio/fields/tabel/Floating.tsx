import { useLayoutEffect, useState, type MouseEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { placeBy, type Placed } from './place-by.js';

const HIDDEN = { visibility: 'hidden' } as const;

/** The field keeps the focus, whatever is pressed here. */
const keep = (event: MouseEvent): void => event.preventDefault();

/** Below a field, or above it where there is more room; outside of the table's frame, which would cut it off, and inside of the screen. */
export function Floating({ by, children }: { by: HTMLElement | null; children: ReactNode }) {
  const [place, setPlace] = useState<Placed | null>(null);
  useLayoutEffect(() => {
    const put = () => by && setPlace(placeBy(by.getBoundingClientRect(), { width: document.documentElement.clientWidth, height: window.visualViewport?.height ?? window.innerHeight }));
    put();
    const options = { capture: true, passive: true };
    window.addEventListener('scroll', put, options);
    window.addEventListener('resize', put);
    window.visualViewport?.addEventListener('resize', put);
    return () => {
      window.removeEventListener('scroll', put, options);
      window.removeEventListener('resize', put);
      window.visualViewport?.removeEventListener('resize', put);
    };
  }, [by]);
  return createPortal(<div className="tertib-floating" style={place ?? HIDDEN} onMouseDown={keep}>{children}</div>, document.body);
}
