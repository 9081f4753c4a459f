import { useCallback, useLayoutEffect, useMemo, useState, type RefObject } from 'react';
import type { Field } from './cells.js';
import { ASIDE, HEAD, HEIGHT, isPinned } from './layout.js';

/** So many rows and columns beside those in sight are drawn as well, for who scrolls on. */
const ROWS_BESIDE = 8;
const COLUMNS_BESIDE = 1;

interface Sight {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** What a view shows of a sheet: the rows `first` to before `last`, and the columns `from` to before `to`. */
function sightOf({ scrollTop, scrollLeft, clientHeight, clientWidth }: HTMLElement, lefts: readonly number[]): Sight {
  const right = lefts.findIndex((left) => left >= scrollLeft + clientWidth);
  return {
    first: Math.max(0, Math.floor(scrollTop / HEIGHT) - ROWS_BESIDE),
    last: Math.ceil((scrollTop + clientHeight - HEAD) / HEIGHT) + ROWS_BESIDE,
    from: lefts.findLastIndex((left) => left <= scrollLeft + ASIDE) - COLUMNS_BESIDE,
    to: (right < 0 ? lefts.length : right) + COLUMNS_BESIDE,
  };
}

/**
 * Which rows and columns of a sheet are in sight, the pinned column always.
 * `look` is told that somebody has scrolled; what follows is drawn anew only where a row or column came or went.
 */
export function useInSight(view: RefObject<HTMLElement | null>, fields: readonly Field[], lefts: readonly number[]) {
  const [sight, setSight] = useState<Sight>({ first: 0, last: 25, from: 0, to: 8 });
  const look = useCallback(() => {
    const element = view.current;
    if (!element) return;
    const now = sightOf(element, lefts);
    setSight((before) => (Object.keys(now) as (keyof Sight)[]).every((key) => now[key] === before[key]) ? before : now);
  }, [view, lefts]);
  useLayoutEffect(() => {
    const element = view.current;
    if (!element) return;
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => watch.disconnect();
  }, [view, look]);
  const { first, last, from, to } = sight;
  const columns = useMemo(() => [...fields.keys()].filter((column) => (column >= from && column < to) || isPinned(fields[column] as Field)), [fields, from, to]);
  return { first, last, columns, look };
}
