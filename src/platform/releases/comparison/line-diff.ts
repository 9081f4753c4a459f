/** A line of two texts laid over each other. */
export interface Line {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many pairs of lines the middle is told as replaced: nobody else is served while they are compared. */
const MOST_PAIRS = 4_000_000;

/** What the two sequences share, in order, as pairs of indices: as many as possible. */
export function sharedOrder(before: readonly string[], after: readonly string[]): [number, number][] {
  if (before.length * after.length > MOST_PAIRS) return [];
  const wide = after.length + 1;
  const longest = new Uint32Array((before.length + 1) * wide);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const [down, right, both] = [longest[(i + 1) * wide + j] ?? 0, longest[i * wide + j + 1] ?? 0, longest[(i + 1) * wide + j + 1] ?? 0];
      longest[i * wide + j] = before[i] === after[j] ? both + 1 : Math.max(down, right);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if ((longest[(i + 1) * wide + j] ?? 0) >= (longest[i * wide + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Both texts as one list of lines: what went, then what came in its place. */
export function diffLines(before: string, after: string): Line[] {
  const [old, now] = [before, after].map((text) => (text === '' ? [] : text.replace(/\r\n/g, '\n').replace(/\n$/, '').split('\n'))) as [string[], string[]];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const [mid, fresh] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  const lines: Line[] = old.slice(0, head).map(same);
  let [i, j] = [0, 0];
  for (const [at, to] of [...sharedOrder(mid, fresh), [mid.length, fresh.length] as const]) {
    lines.push(...mid.slice(i, at).map((text) => ({ change: 'removed' as const, text })), ...fresh.slice(j, to).map((text) => ({ change: 'added' as const, text })));
    if (at < mid.length) lines.push(same(mid[at] as string));
    [i, j] = [at + 1, to + 1];
  }
  return [...lines, ...old.slice(old.length - tail).map(same)];
}

const same = (text: string): Line => ({ change: 'same', text });
