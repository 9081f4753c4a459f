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

/** Small letters and digits, words apart by one space. */
export const normalised = (title: string): string => title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

/** Names that differ in a number (a year, a class) are of different things, however alike they look. */
const numbersOf = (name: string): string => (name.match(/\d+/g) ?? []).sort().join(' ');

export function trigrams(name: string): Set<string> {
  const padded = `  ${name} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3)));
}

/** Common trigrams among all of both. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const gram of one) if (other.has(gram)) common += 1;
  return common / (one.size + other.size - common);
}

export const threshold = (one: Named, other: Named): number => (one.producer === other.producer ? NEAR.sameProducer : NEAR.otherProducer);

/**
 * Every pair at or above its threshold, the most alike first. Exact, without comparing all with all: sets that have a share `t` in common must share one of
 * their `n - ceil(t·n) + 1` rarest trigrams (prefix filtering), so only rows that do are compared. `most` bounds what a list of nothing but likes would give.
 */
export function nearDuplicates(rows: readonly Named[], most = 1_000): { readonly pairs: Pair[]; readonly more: boolean } {
  const known = rows.map((row) => ({ row, name: normalised(row.title) })).filter(({ name }) => name !== '').map(({ row, name }) => ({ row, grams: trigrams(name), numbers: numbersOf(name) }));
  const frequency = new Map<string, number>();
  for (const { grams } of known) for (const gram of grams) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const rarestFirst = (a: string, b: string) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1);
  const index = new Map<string, number[]>();
  const pairs: Pair[] = [];
  for (const [at, { row, grams, numbers }] of known.entries()) {
    const prefix = [...grams].sort(rarestFirst).slice(0, grams.size - Math.ceil(NEAR.sameProducer * grams.size) + 1);
    const seen = new Set<number>();
    for (const gram of prefix) {
      const key = `${numbers}|${gram}`;
      const holders = index.get(key);
      if (!holders) index.set(key, [at]);
      else {
        for (const holder of holders) seen.add(holder);
        holders.push(at);
      }
    }
    for (const holder of seen) {
      const other = known[holder];
      if (!other || Math.min(grams.size, other.grams.size) < NEAR.sameProducer * Math.max(grams.size, other.grams.size)) continue;
      const found = likeness(grams, other.grams);
      if (found < threshold(row, other.row)) continue;
      if (pairs.length >= most) return { pairs: sorted(pairs), more: true };
      pairs.push({ a: other.row.id, b: row.id, likeness: found });
    }
  }
  return { pairs: sorted(pairs), more: false };
}

const sorted = (pairs: Pair[]): Pair[] => pairs.sort((one, other) => other.likeness - one.likeness);
