import type { Replay } from '../../../api/index.js';

export type Group = Replay['groups'][number];
export type Outcome = Group['outcome'];
/** As the server sorts: worst first. */
export const OUTCOMES: readonly Outcome[] = ['stopped', 'unfilled', 'other', 'unknown', 'same'];
const MOST_EXAMPLES = 5;

/** Two parts of one replay as one. */
export function merged(known: Replay | undefined, part: Replay): Replay {
  if (!known) return part;
  const groups = new Map(known.groups.map((group) => [group.key, group]));
  for (const group of part.groups) {
    const same = groups.get(group.key);
    groups.set(group.key, same ? { ...same, count: same.count + group.count, examples: [...same.examples, ...group.examples].slice(0, MOST_EXAMPLES) } : group);
  }
  const ways = new Map(known.ways.map((way) => [`${way.processKey} ${way.elementId}`, way]));
  for (const way of part.ways) {
    const key = `${way.processKey} ${way.elementId}`;
    ways.set(key, { ...way, count: way.count + (ways.get(key)?.count ?? 0) });
  }
  const sorted = [...groups.values()].toSorted((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) || b.count - a.count);
  return { ...part, groups: sorted, ways: [...ways.values()] };
}
