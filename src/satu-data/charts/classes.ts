import { decimal, quotient } from '../analysis/decimal.js';

export type ClassMethod = 'equal' | 'quantile';

/** Values up to `to`; above `above`, where there is a class before. */
export interface ValueClass {
  readonly above: string | null;
  readonly from: string;
  readonly to: string;
}

/** Light to dark; to be told apart by colour-blind people too (ColorBrewer, Blues of five). */
export const PALETTE = ['#eff3ff', '#bdd7e7', '#6baed6', '#3182bd', '#08519c'] as const;

/** At most five classes; fewer where there are not so many different values. */
export function classesOf(values: readonly string[], method: ClassMethod): ValueClass[] {
  const sorted = values.toSorted((a, b) => decimal(a).cmp(b));
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return [];
  const count = Math.min(PALETTE.length, new Set(sorted.map((value) => decimal(value).toFixed())).size);
  const bounds = Array.from({ length: count }, (_, index) => (index === count - 1 ? most : method === 'equal' ? between(least, most, index + 1, count) : (sorted[Math.ceil((sorted.length * (index + 1)) / count) - 1] as string)));
  const tops = bounds.filter((top, index) => index === 0 || decimal(top).gt(bounds[index - 1] as string));
  return tops.map((to, index) => ({ above: tops[index - 1] ?? null, from: least, to }));
}

/** The class of a value, counted from 0. */
export const classOf = (classes: readonly ValueClass[], value: string): number => classes.findIndex(({ to }) => decimal(value).lte(to));

/** The colour of a class among so many; few classes take the far ends. */
export const colourOf = (index: number, count: number): string => PALETTE[count === 1 ? 2 : Math.round((index * (PALETTE.length - 1)) / (count - 1))] as string;

const DECIMALS = 2;
const between = (least: string, most: string, part: number, of: number): string => quotient(decimal(least).times(of).plus(decimal(most).minus(least).times(part)), decimal(of), Math.max(DECIMALS, places(least), places(most)));
const places = (value: string): number => value.split('.')[1]?.length ?? 0;
