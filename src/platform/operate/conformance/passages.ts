import type { Visit } from './visits.js';

export interface Passages {
  readonly type: string;
  readonly definitionId: string;
  readonly counts: { readonly passed: number; readonly looped: number; readonly usually: number; readonly most: number; readonly items: number };
}

/** By element. “Usually” and “at most” are of the runs that came more than once: of all of them it would nearly always be once. */
export function passages(visits: readonly Visit[]): Map<string, Passages> {
  const found = new Map<string, Passages>();
  for (const element of new Set(visits.map(({ element: id }) => id))) {
    const rows = visits.filter((visit) => visit.element === element);
    const looped = rows.filter(({ times }) => times > 1).toSorted((a, b) => a.times - b.times);
    const sum = (of: readonly Visit[], what: 'runs' | 'items') => of.reduce((total, row) => total + row[what], 0);
    const loops = sum(looped, 'runs');
    const last = rows.reduce((a, b) => (b.type > a.type ? b : a));
    found.set(element, { type: engineType(last.type), definitionId: last.definitionId, counts: { passed: sum(rows, 'runs'), looped: loops, usually: middle(looped, loops), most: looped.at(-1)?.times ?? 0, items: sum(rows, 'items') } });
  }
  return found;
}

function middle(looped: readonly Visit[], loops: number): number {
  let before = 0;
  for (const { times, runs } of looped) {
    before += runs;
    if (before * 2 >= loops) return times;
  }
  return 0;
}

/** The engine begins its names for kinds of steps with a small letter. */
const engineType = (type: string): string => type.charAt(0).toUpperCase() + type.slice(1);
