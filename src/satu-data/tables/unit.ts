/** As units are compared: `km²` is km2, and case and blanks tell nothing. */
const plain = (unit: string | null | undefined): string => (unit ?? '').normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

const PERCENT: ReadonlySet<string> = new Set(['%', 'persen', 'percent', 'per cent', 'pct']);

export const isPercent = (unit: string | null | undefined): boolean => PERCENT.has(plain(unit));

export const isSameUnit = (one: string | null | undefined, other: string | null | undefined): boolean => plain(one) === plain(other) || (isPercent(one) && isPercent(other));
