import { useRef, useState } from 'react';
import { useUser } from 'tertib/screens';
import { changedFields, type Values } from './merge.js';

/** The version that somebody began to change, and what it said. */
export interface Begun {
  readonly version: number;
  readonly values: Values;
}
interface Kept {
  readonly begun: Begun;
  readonly typed: Values;
}
const place = (key: string): string => `satu-data.metadata.${key}`;

/** What a person typed before the tab was loaded anew, or before signing in again. A browser without a store has none. */
function read(key: string): Kept | null {
  try {
    return JSON.parse(window.sessionStorage.getItem(place(key)) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}
function write(key: string, kept: Kept | null): void {
  try {
    if (kept) window.sessionStorage.setItem(place(key), JSON.stringify(kept));
    else window.sessionStorage.removeItem(place(key));
  } catch {
    // Full or forbidden: what is typed is still on the screen.
  }
}

/** What is typed and not saved, of one record in this tab; it outlives a reload. */
export function useTyped(record: string, saved: Begun) {
  // Of this person: the next one to sign in in this tab begins with a blank sheet.
  const key = `${useUser().id}.${record}`;
  const [found] = useState(() => {
    const kept = read(key);
    return kept && changedFields(kept.begun.values, kept.typed).length > 0 ? kept : null;
  });
  const [begun, setBegun] = useState(found?.begun ?? saved);
  const [unsaved, setUnsaved] = useState(found !== null);
  const values = useRef<Values>(found?.typed ?? saved.values);
  const keep = (typed: Values, from: Begun) => {
    values.current = typed;
    const changed = changedFields(from.values, typed).length > 0;
    setUnsaved(changed);
    write(key, changed ? { begun: from, typed } : null);
  };
  return {
    /** Whether it was brought back from before. */
    restored: found !== null, begun, unsaved,
    now: () => values.current,
    type: (typed: Values) => keep(typed, begun),
    /** From here on another version is changed. */
    begin(from: Begun, typed: Values = from.values): void {
      setBegun({ version: from.version, values: from.values });
      keep(typed, from);
    },
  };
}
