import { filtered, type Field, type Filter, type Row } from './cells.js';
import type { Language } from 'tertib/screens';

export interface FilteredBy {
  readonly filter: Filter;
  readonly columns: Readonly<Record<string, string>>;
}
/** The rows that a filter let through when somebody began to work in them. */
export interface Held extends FilteredBy {
  readonly ids: ReadonlySet<string>;
}

/** Which rows are shown, whatever they say by now; null where they are those that the filter lets through. */
export const heldBy = (held: Held | null, { filter, columns }: FilteredBy): ReadonlySet<string> | null => (held?.filter === filter && held.columns === columns ? held.ids : null);

/** Those that are shown now, or still the ones that were held; where nothing is filtered, none has to be. */
export function holding(held: Held | null, by: FilteredBy, seen: readonly Row[]): Held | null {
  if (by.filter === 'all' && Object.values(by.columns).every((text) => text.trim() === '')) return null;
  return heldBy(held, by) ? held : { ...by, ids: new Set(seen.map(({ id }) => id)) };
}

/** With rows that he brought back himself. */
export const holdingAlso = (held: Held | null, ids: readonly string[]): Held | null => held && { ...held, ids: new Set([...held.ids, ...ids]) };

/** Of the rows that were held until he left the sheet, those that are ticked: what they are ticked for is beside it, and has to find them still. */
export const stayingBy = (left: Held | null, by: FilteredBy, chosen: ReadonlySet<string>): ReadonlySet<string> => new Set([...(heldBy(left, by) ?? [])].filter((id) => chosen.has(id)));

export function seenRows(rows: readonly Row[], fields: readonly Field[], { filter, columns }: FilteredBy, language: Language, ids: ReadonlySet<string> | null, staying: ReadonlySet<string> = new Set()): Row[] {
  if (ids) return rows.filter(({ id }) => ids.has(id));
  const through = filtered(rows, fields, filter, columns, language);
  if (staying.size === 0) return through;
  const shown = new Set([...through.map(({ id }) => id), ...staying]);
  return rows.filter(({ id }) => shown.has(id));
}
