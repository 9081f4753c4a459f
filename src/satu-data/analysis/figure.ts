import type { Text } from 'tertib';
import type { Uneven } from './coverage.js';
import type { Changed, Fact, Where } from './cube.js';
import type { Query } from './query.js';
import type { RegionPart } from './region-parts.js';

/** Why a figure has no value. */
export type Reason = Changed | 'empty' | 'division' | 'no-period-before' | 'zero-before' | 'not-additive' | 'of-part' | 'not-of-sums' | 'over-time' | 'overlap' | 'incomplete' | 'coverage' | 'other';

/** What a query comes to, and what it was made of. */
export interface Figure {
  readonly query: Query;
  readonly value: string | null;
  readonly why: Reason | null;
  /** Rows that were added up, or the one that it is. */
  readonly facts: readonly Fact[];
  /** Those of them without a value, and coordinates that the data list expects and no row has. Where there are any, the value is of a part only. */
  readonly empty: readonly Fact[];
  readonly absent: readonly Where[];
  /** The figures that it was computed from. */
  readonly from: readonly Figure[];
  /** Of a region of which rows tell a part only: how much that is. */
  readonly part?: RegionPart | null;
  /** Of a rank: how many of what it is ranked among have rows, but no value of their whole. */
  readonly unranked?: number;
  /** Where two periods are not compared because they cover different things: which. */
  readonly uneven?: Uneven;
  /** Of another data set: which of those that formulas name, and why it cannot stand beside this one's figures. */
  readonly other?: { readonly index: number; readonly said: Text | null };
  /** Where that is why there is no value: what was said. */
  readonly said?: Text;
  /** Figures of other data sets that it would have been made of, and that cannot be used. */
  readonly apart?: readonly Figure[];
}

/** Whether something of it is missing: such a figure is of a part only, and says so. */
export const isIncomplete = ({ empty, absent, apart = [], part, unranked = 0 }: Pick<Figure, 'empty' | 'absent' | 'apart' | 'part' | 'unranked'>): boolean =>
  empty.length > 0 || absent.length > 0 || apart.length > 0 || Boolean(part) || unranked > 0;

/** A figure made of others: what they lack, it lacks. Gathered when somebody asks: the whole that a share is of has all rows. Rows are those of the data set itself. */
export function made(query: Query, from: readonly Figure[], value: string | null, why: Reason | null, uneven?: Uneven): Figure {
  const own = from.filter(({ other }) => !other);
  const facts = once(() => unique(own.flatMap((one) => one.facts)));
  const empty = once(() => unique(own.flatMap((one) => one.empty)));
  const absent = once(() => unique(own.flatMap((one) => one.absent)));
  const apart = once(() => unique(from.flatMap((one) => (one.other?.said ? [one] : (one.apart ?? [])))));
  return { query, value, why, from, ...(uneven && { uneven }), get facts() { return facts(); }, get empty() { return empty(); }, get absent() { return absent(); }, get apart() { return apart(); } };
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

function once<T>(make: () => T): () => T {
  let known: T | undefined;
  return () => (known ??= make());
}
