export type Table = Readonly<Record<string, unknown>>;

/** What is empty counts as absent. */
const written = (value: unknown): string => JSON.stringify([value], (_, part: unknown) => (part === '' || part === null ? undefined : part));

/** The fields of a table's description that say something else than before, as they are now and as they were: a change of one writes over no other. */
export function tableChanges(before: Table, now: Table): { readonly now: Table; readonly before: Table } {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((key) => written(before[key]) !== written(now[key]));
  const of = (table: Table): Table => Object.fromEntries(keys.map((key) => [key, table[key] ?? null]));
  return { now: of(now), before: of(before) };
}
