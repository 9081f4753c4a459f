import { z } from 'zod';
import type { Spread } from './spread.js';

const count = z.number().int();
const SpreadSchema = z.object({ count, median: count, most: count, total: count });

/** Of one step, role or office: what stands there now, what was finished in the period, and whether in time. Seconds. */
export const MeasureSchema = z.object({ waiting: SpreadSchema.nullable(), done: SpreadSchema.nullable(), onTime: count, late: count, overdue: count });
export type Measure = z.infer<typeof MeasureSchema>;

/** Tasks against their due dates. */
export interface Punctuality {
  readonly onTime: number;
  readonly late: number;
  /** Open, and due before now. */
  readonly overdue: number;
}

type Part<K extends string> = Readonly<Record<K, string | null>>;
interface Parts<K extends string> {
  readonly waiting: readonly (Part<K> & Spread)[];
  readonly done: readonly (Part<K> & Spread)[];
  readonly due: readonly (Part<K> & Punctuality)[];
}

const NOTHING: Measure = { waiting: null, done: null, onTime: 0, late: 0, overdue: 0 };
const spreadOf = ({ count: n, median, most, total }: Spread): Spread => ({ count: n, median, most, total });

/** Three answers about the same things, as one; where it hangs most first. */
export function measures<K extends string>(keys: readonly K[], { waiting, done, due }: Parts<K>): (Part<K> & Measure)[] {
  const found = new Map<string, Part<K> & Measure>();
  const put = (row: Part<K>, part: Partial<Measure>): void => {
    const key = JSON.stringify(keys.map((name) => row[name]));
    const own = Object.fromEntries(keys.map((name) => [name, row[name]])) as Part<K>;
    found.set(key, { ...(found.get(key) ?? { ...own, ...NOTHING }), ...part });
  };
  for (const row of waiting) put(row, { waiting: spreadOf(row) });
  for (const row of done) put(row, { done: spreadOf(row) });
  for (const row of due) put(row, { onTime: row.onTime, late: row.late, overdue: row.overdue });
  return [...found.values()].toSorted((a, b) => (b.waiting?.total ?? 0) - (a.waiting?.total ?? 0) || (b.done?.most ?? 0) - (a.done?.most ?? 0));
}
