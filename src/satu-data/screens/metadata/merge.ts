export type Values = Readonly<Record<string, unknown>>;

/** Without what says nothing: forms hold blanks and unticked boxes where the server holds nothing. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy).filter((row) => row !== undefined);
  if (typeof value === 'object' && value !== null) {
    const filled = Object.entries(value).map(([key, inner]) => [key, tidy(inner)] as const).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return filled.length > 0 ? Object.fromEntries(filled) : undefined;
  }
  return value === '' || value === null || value === false ? undefined : value;
}
const written = (value: unknown): string => {
  const said = tidy(value);
  return JSON.stringify(Array.isArray(said) && said.length === 0 ? undefined : said) ?? '';
};

/** The fields that say something else in the two. */
export const changedFields = (before: Values, after: Values): string[] => [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => written(before[key]) !== written(after[key]));

/** Two people began with the same version: each field as whoever changed it has it, mine where both did. */
export function merge(base: Values, theirs: Values, mine: Values): { readonly values: Values; readonly theirs: readonly string[]; readonly both: readonly string[] } {
  const changedByMe = new Set(changedFields(base, mine));
  const changedByThem = changedFields(base, theirs);
  const both = changedByThem.filter((key) => changedByMe.has(key) && written(theirs[key]) !== written(mine[key]));
  return { values: { ...theirs, ...Object.fromEntries([...changedByMe].map((key) => [key, mine[key]])) }, theirs: changedByThem.filter((key) => !changedByMe.has(key)), both };
}
