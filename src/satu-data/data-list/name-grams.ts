/** Letters, digits and the space of a normalised name. */
const SIGNS = 37;
const KINDS = SIGNS ** 3;
const [SPACE, ZERO, NINE, A] = [' ', '0', '9', 'a'].map((sign) => sign.charCodeAt(0)) as [number, number, number, number];

const numberOf = (code: number): number => (code === SPACE ? 0 : code <= NINE ? code - ZERO + 1 : code - A + 11);

/** The trigrams of a normalised name, each once, as numbers: of 50,000 names, three million of them are compared. */
export function packed(name: string): Uint16Array {
  const text = `  ${name} `;
  const grams = new Uint16Array(text.length - 2);
  let first = 0;
  let second = 0;
  for (let at = 2; at < text.length; at += 1) {
    const third = numberOf(text.charCodeAt(at));
    grams[at - 2] = (first * SIGNS + second) * SIGNS + third;
    first = second;
    second = third;
  }
  return once(grams.sort());
}

/** The same by how rare they are in all of these together, the rarest first. */
export function ranked(all: readonly Uint16Array[]): Uint16Array[] {
  const frequency = new Uint32Array(KINDS);
  for (const grams of all) for (const gram of grams) frequency[gram] = (frequency[gram] ?? 0) + 1;
  const rank = new Uint16Array(KINDS);
  [...frequency.keys()].sort((a, b) => (frequency[a] ?? 0) - (frequency[b] ?? 0) || a - b).forEach((gram, place) => (rank[gram] = place));
  return all.map((grams) => grams.map((gram) => rank[gram] ?? 0).sort());
}

/** How many are in both; both are sorted. */
export function commonTo(one: Uint16Array, other: Uint16Array): number {
  let common = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const difference = (one[a] ?? 0) - (other[b] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  return common;
}

function once(sorted: Uint16Array): Uint16Array {
  let kept = 0;
  for (const gram of sorted) if (kept === 0 || sorted[kept - 1] !== gram) sorted[kept++] = gram;
  return sorted.subarray(0, kept);
}
