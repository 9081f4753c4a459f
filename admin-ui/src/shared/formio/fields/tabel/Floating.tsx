import { useLayoutEffect, useState, type MouseEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { placeBy, type Placed, type Seen } from './place-by.js';

const HIDDEN = { visibility: 'hidden' } as const;

/** The field keeps the focus, whatever is pressed here. */
const keep = (event: MouseEvent): void => event.preventDefault();

function seen(): Seen {
  const view = window.visualViewport;
  return view ? { left: view.offsetLeft, top: view.offsetTop, width: view.width, height: view.height } : { left: 0, top: 0, width: document.documentElement.clientWidth, height: window.innerHeight };
}

/** Below a field, or above it where there is more room; outside of the table's frame, which would cut it off, and inside of what is seen of the screen. */
export function Floating({ by, children }: { by: HTMLElement | null; children: ReactNode }) {
  const [place, setPlace] = useState<Placed | null>(null);
  useLayoutEffect(() => {
    const put = () => by && setPlace(placeBy(by.getBoundingClientRect(), seen()));
    put();
    const options = { capture: true, passive: true };
    // A keyboard that opens, and what is pushed along under it, moves only what is seen: the page itself neither scrolls nor changes.
    const moves = [window, ...(window.visualViewport ? [window.visualViewport] : [])];
    for (const one of moves) for (const name of ['scroll', 'resize']) one.addEventListener(name, put, options);
    return () => {
      for (const one of moves) for (const name of ['scroll', 'resize']) one.removeEventListener(name, put, options);
    };
  }, [by]);
  return createPortal(<div className="tertib-floating" style={place ?? HIDDEN} onMouseDown={keep}>{children}</div>, document.body);
}
