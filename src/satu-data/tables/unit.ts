/** As units are compared: `km²` is km2, and case and blanks tell nothing. */
const plain = (unit: string | null | undefined): string => (unit ?? '').normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

const PERCENT: ReadonlySet<string> = new Set(['%', 'persen', 'percent', 'per cent', 'pct']);

export const isPercent = (unit: string | null | undefined): boolean => PERCENT.has(plain(unit));

export const isSameUnit = (one: string | null | undefined, other: string | null | undefined): boolean => plain(one) === plain(other) || (isPercent(one) && isPercent(other));

/** A unit that says something; null of none, which is also written as a dash. */
export const saidUnit = (unit: string | null | undefined): string | null => (['', '-'].includes(plain(unit)) ? null : (unit?.trim() ?? null));

/** What stands above a column: its unit too, where the title does not have it as a word of its own. */
export function withUnit({ title, unit }: { readonly title: string; readonly unit?: string | null }): string {
  const words = plain(unit);
  const isSaid = saidUnit(unit) === null || plain(title).includes(`(${words})`) || plain(title).split(/[\s()]+/).includes(words);
  return isSaid ? title : `${title} (${unit?.trim()})`;
}
