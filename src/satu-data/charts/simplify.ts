export type Place = readonly [x: number, y: number];

/** Half of what is seen as one point: boundaries are surveyed in metres, and drawn a hand wide. */
const TOLERANCE = 0.35;

/** A ring with fewer corners that looks the same (Douglas and Peucker), without calling itself: coasts are long. */
export function simplified(ring: readonly Place[]): Place[] {
  if (ring.length < 4) return [...ring];
  // The ends of a ring are one place; its farthest corner divides it into two lines.
  const far = farthest(ring, 0, ring.length - 1).index;
  const kept = new Set([0, far, ring.length - 1]);
  const open: (readonly [number, number])[] = [[0, far], [far, ring.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    const { index, distance } = farthest(ring, from, to);
    if (distance <= TOLERANCE) continue;
    kept.add(index);
    open.push([from, index], [index, to]);
  }
  return ring.filter((_, index) => kept.has(index));
}

function farthest(ring: readonly Place[], from: number, to: number): { index: number; distance: number } {
  const [a, b] = [ring[from] as Place, ring[to] as Place];
  let best = { index: from, distance: 0 };
  for (let index = from + 1; index < to; index++) {
    const distance = away(ring[index] as Place, a, b);
    if (distance > best.distance) best = { index, distance };
  }
  return best;
}

function away([x, y]: Place, [ax, ay]: Place, [bx, by]: Place): number {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}
