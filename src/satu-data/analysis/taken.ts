import { grouped } from '../shared/grouped.js';
import { newestOf } from '../tables/written-period.js';
import type { Fact } from './cube.js';
import { COLLECTED, type Dimension } from './dimensions.js';
import type { Places } from './places.js';

/**
 * Of tables that tell of the same period, newest first, each row once. The newest period of a table is as that table has it, and so is what was collected: what
 * is not there any more is gone. Of a period before it, a table may repeat a few rows that were corrected: they replace those at the same coordinates, and the earlier table has the others.
 */
export function takenFacts(dimensions: readonly Dimension[], tables: readonly (readonly Fact[])[], places: Places): Fact[] {
  const period = dimensions.find(({ role }) => role === 'period')?.name ?? '';
  const [taken, closed] = [new Map<string, readonly Fact[]>(), new Set<string>()];
  for (const facts of tables) {
    const told = grouped(facts, ({ at }) => at[period] ?? '');
    const newest = newestOf(told.keys());
    for (const [when, rows] of told) {
      if (closed.has(when)) continue;
      const newer = taken.get(when) ?? [];
      const isPart = isPartOf(dimensions, newer, rows, places);
      if (isPart) taken.set(when, [...newer, ...others(dimensions, newer, rows)]);
      if (!isPart || when === newest || period === COLLECTED.name) closed.add(when);
    }
  }
  const kept = new Set([...taken.values()].flat());
  return tables.flat().filter((fact) => kept.has(fact));
}

/** Whether rows tell of no value that the earlier ones do not tell of: codes that were mended, or another list of regions, are no correction of single rows, and would count beside what they replace. */
function isPartOf(dimensions: readonly Dimension[], newer: readonly Fact[], earlier: readonly Fact[], places: Places): boolean {
  return dimensions.filter(({ role }) => role !== 'period').every(({ name }) => {
    const known = new Set(earlier.map(({ at }) => at[name]));
    const wholes = new Set([...known].flatMap((code) => (code === undefined ? [] : places.around(name, code))));
    // A part of what the earlier table has undivided is one too.
    return newer.every(({ at }) => { const code = at[name]; return known.has(code) || (code !== undefined && places.around(name, code).some((outer) => known.has(outer) && !wholes.has(outer))); });
  });
}

function others(dimensions: readonly Dimension[], newer: readonly Fact[], rows: readonly Fact[]): Fact[] {
  const placeOf = ({ at }: Fact): string => JSON.stringify(dimensions.map(({ name }) => at[name] ?? null));
  const there = new Set(newer.map(placeOf));
  return rows.filter((fact) => !there.has(placeOf(fact)));
}
