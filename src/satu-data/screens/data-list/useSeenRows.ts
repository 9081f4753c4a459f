import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Language } from 'tertib/screens';
import type { Field, Row } from './cells.js';
import { heldBy, holding, holdingAlso, seenRows, type FilteredBy, type Held } from './held-rows.js';

/** The rows that a filter lets through. As long as somebody works in the sheet they stay the same, until he filters anew: no row goes because it has become right, with what is typed into it, and none comes into what is selected. */
export function useSeenRows(rows: readonly Row[], fields: readonly Field[], { filter, columns }: FilteredBy, language: Language) {
  const [working, setWorking] = useState(false);
  const [held, setHeld] = useState<Held | null>(null);
  const ids = heldBy(held, { filter, columns });
  const seen = useMemo(() => seenRows(rows, fields, { filter, columns }, language, ids), [rows, fields, filter, columns, language, ids]);
  useEffect(() => {
    if (working) setHeld((before) => holding(before, { filter, columns }, seen));
  }, [working, filter, columns, seen]);
  const onWork = useCallback((now: boolean) => {
    setWorking(now);
    if (!now) setHeld(null);
  }, []);
  const holdAlso = useCallback((more: readonly string[]) => setHeld((before) => holdingAlso(before, more)), []);
  return { seen, onWork, holdAlso };
}
