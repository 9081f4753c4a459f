import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Language } from 'tertib/screens';
import type { Field, Row } from './cells.js';
import { heldBy, holding, holdingAlso, seenRows, stayingBy, type FilteredBy, type Held } from './held-rows.js';

/** The rows that a filter lets through. As long as somebody works in the sheet they stay the same, until he filters anew: no row goes because it has become right, with what is typed into it, and none comes into what is selected. Those that he ticked stay also once he has left it. */
export function useSeenRows(rows: readonly Row[], fields: readonly Field[], { filter, columns }: FilteredBy, chosen: ReadonlySet<string>, language: Language) {
  const [working, setWorking] = useState(false);
  const [held, setHeld] = useState<Held | null>(null);
  /** What was held when he left. */
  const [left, setLeft] = useState<Held | null>(null);
  const ids = heldBy(held, { filter, columns });
  const staying = useMemo(() => stayingBy(left, { filter, columns }, chosen), [left, filter, columns, chosen]);
  const seen = useMemo(() => seenRows(rows, fields, { filter, columns }, language, ids, staying), [rows, fields, filter, columns, language, ids, staying]);
  useEffect(() => {
    if (working) setHeld((before) => holding(before, { filter, columns }, seen));
  }, [working, filter, columns, seen]);
  useEffect(() => setLeft(null), [filter, columns]);
  const onWork = useCallback((now: boolean) => {
    setWorking(now);
    if (now) return;
    setLeft(held);
    setHeld(null);
  }, [held]);
  const holdAlso = useCallback((more: readonly string[]) => setHeld((before) => holdingAlso(before, more)), []);
  return { seen, onWork, holdAlso };
}
