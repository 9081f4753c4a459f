import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/**
 * A new screen begins at its top and with the focus on its content, as a freshly loaded page does; otherwise somebody at a
 * keyboard stays on a button that is gone. Going back leaves the place to the browser.
 */
export function useArrival(content: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const kind = useNavigationType();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    content.current?.focus({ preventScroll: true });
    if (kind !== 'POP') window.scrollTo(0, 0);
  }, [pathname, kind, content]);
}
