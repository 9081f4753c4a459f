import { grouped } from '../shared/grouped.js';
import { commonTo, packed, ranked } from './name-grams.js';

/** Two names are near-duplicates from this share of common trigrams (Jaccard) on; of two producers, they must be nearer. */
export const NEAR = { sameProducer: 0.7, otherProducer: 0.85 } as const;

export interface Named {
  readonly id: string;
  readonly title: string;
  readonly producer: string;
}
export interface Pair {
  readonly a: string;
  readonly b: string;
  /** 0 to 1. */
  readonly likeness: number;
}
export interface NearDuplicates {
  readonly pairs: readonly Pair[];
  readonly more: boolean;
}

interface Known {
  readonly row: Named;
  readonly name: string;
  /** The ranks of its trigrams, the rarest first. */
  readonly grams: Uint16Array;
}

/** So few are sooner compared than looked up. */
const FEW = 16;

/** Small letters and digits, words apart by one space. */
export const normalised = (title: string): string => title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

/** Names that differ in a number (a year, a class) are of different things, however alike they look. */
const numbersOf = (name: string): string => (name.match(/\d+/g) ?? []).sort().join(' ');

export const threshold = (one: Named, other: Named): number => (one.producer === other.producer ? NEAR.sameProducer : NEAR.otherProducer);

/**
 * Every pair at or above its threshold, the most alike first. Exact, without comparing all with all: names of other numbers are never compared, and sets
 * that have a share `t` in common must share one of their `n - ceil(t·n) + 1` rarest trigrams (prefix filtering), so only rows that do are compared.
 * `most` bounds what a list of nothing but likes would give.
 */
export function nearDuplicates(rows: readonly Named[], most = 1_000): NearDuplicates {
  const names = rows.map((row) => ({ row, name: normalised(row.title) })).filter(({ name }) => name !== '');
  const grams = ranked(names.map(({ name }) => packed(name)));
  const known = names.map((one, at): Known => ({ ...one, grams: grams[at] ?? new Uint16Array() }));
  const blocks = new Map([...grouped(known, ({ name }) => numbersOf(name))].map(([numbers, block]) => [numbers, candidatesIn(block)]));
  const pairs: Pair[] = [];
  for (const one of known) {
    for (const other of blocks.get(numbersOf(one.name))?.(one) ?? []) {
      const likeness = likenessOf(one, other);
      if (likeness < threshold(one.row, other.row)) continue;
      if (pairs.length >= most) return { pairs: sorted(pairs), more: true };
      pairs.push({ a: other.row.id, b: one.row.id, likeness });
    }
  }
  return { pairs: sorted(pairs), more: false };
}

/** Asked for one row after the other, answers which of those before it may be like it. */
function candidatesIn(block: readonly Known[]): (one: Known) => readonly Known[] {
  const before: Known[] = [];
  if (block.length <= FEW) return (one) => { const there = [...before]; before.push(one); return there; };
  const holders = new Map<number, number[]>();
  return (one) => {
    const found = new Set<number>();
    for (const gram of one.grams.subarray(0, one.grams.length - Math.ceil(NEAR.sameProducer * one.grams.length) + 1)) {
      const there = holders.get(gram);
      if (!there) holders.set(gram, [before.length]);
      else {
        for (const at of there) found.add(at);
        there.push(before.length);
      }
    }
    before.push(one);
    return [...found].sort((a, b) => a - b).flatMap((at) => before[at] ?? []);
  };
}

/** Common trigrams among all of both; 0 where their numbers alone keep them apart. */
function likenessOf({ grams: one }: Known, { grams: other }: Known): number {
  if (Math.min(one.length, other.length) < NEAR.sameProducer * Math.max(one.length, other.length)) return 0;
  const common = commonTo(one, other);
  return common / (one.length + other.length - common);
}

const sorted = (pairs: Pair[]): Pair[] => pairs.sort((one, other) => other.likeness - one.likeness);
