import { grouped } from '../shared/grouped.js';
import { newestOf } from '../tables/written-period.js';
import type { Fact } from './cube.js';
import { COLLECTED, type Dimension } from './dimensions.js';
import type { Places } from './places.js';

/** Rows of which nobody can say whether they tell of earlier ones again, with other codes: the two are nowhere added up together. */
export interface Doubtful {
  readonly told: ReadonlySet<Fact>;
  readonly before: ReadonlySet<Fact>;
}

/**
 * Of tables that tell of the same period, newest first, each row once. The newest period of a table is as that table has it, and so is what was collected: what
 * is not there any more is gone. Of a period before it, a table may repeat a few rows that were corrected or forgotten: they replace those at the same coordinates, and the earlier table has the others.
 */
export function takenFacts(dimensions: readonly Dimension[], tables: readonly (readonly Fact[])[], places: Places): { readonly facts: readonly Fact[]; readonly doubtful: readonly Doubtful[] } {
  const period = dimensions.find(({ role }) => role === 'period')?.name ?? '';
  const keys = dimensions.filter(({ role }) => role !== 'period').map(({ name }) => name);
  const [taken, closed, doubtful] = [new Map<string, readonly Fact[]>(), new Set<string>(), [] as Doubtful[]];
  tables.forEach((facts, index) => {
    const told = grouped(facts, ({ at }) => at[period] ?? '');
    const newest = newestOf(told.keys());
    const used = new Map<string, Codes>();
    const inUse = (name: string): Codes => used.get(name) ?? (used.set(name, codesOf(name, tables.slice(0, index).flat(), places)).get(name) as Codes);
    for (const [when, rows] of told) {
      if (closed.has(when)) continue;
      const newer = taken.get(when) ?? [];
      // What newer rows do not say, as a sum over ages, is in them.
      const said = keys.filter((name) => newer.some(({ at }) => at[name] !== undefined));
      const found = said.flatMap((name) => againBy(name, newer, rows, inUse, places) ?? []);
      const isAnew = found.includes('anew');
      if (!isAnew) {
        doubtful.push(...found.filter((one) => one !== 'anew'));
        taken.set(when, [...newer, ...others(said, newer, rows)]);
      }
      if (isAnew || when === newest || period === COLLECTED.name) closed.add(when);
    }
  });
  const kept = new Set([...taken.values()].flat());
  return { facts: tables.flat().filter((fact) => kept.has(fact)), doubtful };
}

/** The codes of rows, and those that they lie in. */
interface Codes {
  readonly known: ReadonlySet<string | undefined>;
  readonly wholes: ReadonlySet<string>;
}

function codesOf(name: string, facts: readonly Fact[], places: Places): Codes {
  const known = new Set(facts.map(({ at }) => at[name]));
  return { known, wholes: new Set([...known].flatMap((code) => (code === undefined ? [] : places.around(name, code)))) };
}

/**
 * Whether rows tell of what the earlier ones do with other codes: those that were mended, or another list of regions, would count beside what they replace. A code is another one if it is none that the earlier
 * table has, no part of one that it has undivided, and no sum of some; and it can replace one only of which newer tables know nothing any more. Null where they are a correction of single rows.
 */
function againBy(name: string, newer: readonly Fact[], earlier: readonly Fact[], inUse: (name: string) => Codes, places: Places): 'anew' | Doubtful | null {
  const [now, was] = [codesOf(name, newer, places), codesOf(name, earlier, places)];
  if (now.known.has(undefined) && !was.known.has(undefined)) return 'anew';
  const isKnown = (code: string | undefined): boolean => was.known.has(code) || (code !== undefined && (was.wholes.has(code) || places.around(name, code).some((outer) => was.known.has(outer) && !was.wholes.has(outer))));
  const [told, before] = [single(name, newer, now), single(name, earlier, was)];
  const foreign = told.filter(({ at }) => !isKnown(at[name]));
  if (foreign.length === 0) return null;
  const { known, wholes } = inUse(name);
  const isUsed = (code: string | undefined): boolean => code !== undefined && (known.has(code) || wholes.has(code));
  const gone = before.filter(({ at }) => !isUsed(at[name]));
  if (gone.length === 0) return null;
  const isAll = told.length >= before.length;
  if (isAll && before.every(({ at }) => !isUsed(at[name]) || now.known.has(at[name]))) return 'anew';
  return isAll || gone.length === before.length ? { told: new Set(foreign), before: new Set(gone) } : null;
}

/** Rows without the totals among them. */
const single = (name: string, facts: readonly Fact[], { wholes }: Codes): readonly Fact[] => facts.filter(({ at }) => !wholes.has(at[name] ?? ''));

function others(keys: readonly string[], newer: readonly Fact[], rows: readonly Fact[]): readonly Fact[] {
  const placeOf = ({ at }: Fact): string => JSON.stringify(keys.map((name) => at[name] ?? null));
  const there = new Set(newer.map(placeOf));
  return rows.filter((fact) => !there.has(placeOf(fact)));
}
