import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 200;

/** What was typed, once there was a pause of so many milliseconds. What may come again as another object is the same while its `key` is. */
export function useSettled<T>(value: T, pause = PAUSE_MS, key: unknown = value): T {
  const [settled, setSettled] = useState(value);
  const latest = useRef(value);
  latest.current = value;
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(latest.current), pause);
    return () => window.clearTimeout(timer);
  }, [key, pause]);
  return settled;
}
