import { useState } from 'react';

/** Which option the keys have gone to; -1: none yet. `onEnd` is called at the last one, which may have more behind it. */
export function useActive(id: string, count: number, onEnd: () => void) {
  const [at, setAt] = useState(-1);
  const move = (to: number) => {
    setAt(Math.max(0, Math.min(to, count - 1)));
    if (to >= count - 1) onEnd();
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' });
  };
  return { at, move, reset: () => setAt(-1) };
}
