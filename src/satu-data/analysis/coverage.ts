import type { Cube, Fact, Where } from './cube.js';

/** What one of two periods has and the other lacks. */
export interface Uneven {
  /** What the later one lacks of the earlier, and the other way round. */
  readonly now: readonly Where[];
  readonly before: readonly Where[];
  /** Which the earlier one is. */
  readonly earlier: string;
}

/** A row that stands for more places than these is taken as it is: then the two are not compared. */
const MOST_PLACES = 100_000;

/**
 * What rows of two periods do not have in common, by their other keys; null where they cover the same. A row that others make up covers all that the tables
 * know within it, so that a total may be held against its parts.
 */
export function unevenness(cube: Cube, now: readonly Fact[], before: readonly Fact[]): Pick<Uneven, 'now' | 'before'> | null {
  const [later, earlier] = [now, before].map((facts) => placesOf(cube, facts)) as [Covered, Covered];
  const [onlyLater, onlyEarlier] = [missingIn(earlier, later), missingIn(later, earlier)];
  if (onlyLater.size === 0 && onlyEarlier.size === 0) return null;
  const bottom = bottoms(cube);
  const [all, old] = [onlyLater, onlyEarlier].map((places) => spread(cube, places, bottom)) as [Covered, Covered];
  const uneven = { now: [...missingIn(all, old).values()], before: [...missingIn(old, all).values()] };
  return uneven.now.length + uneven.before.length > 0 ? uneven : null;
}

/** Whether rows that lie in another are all that the tables know within it, and more than one. */
export function madeUp(cube: Cube): (whole: Fact, parts: readonly Fact[]) => boolean {
  const bottom = bottoms(cube);
  return (whole, parts) => {
    const [all, there] = [[whole], parts].map((facts) => spread(cube, placesOf(cube, facts), bottom)) as [Covered, Covered];
    return all.size > 1 && missingIn(there, all).size === 0;
  };
}

/** Coordinates without the period, by themselves as text. */
type Covered = ReadonlyMap<string, Where>;

const missingIn = (has: Covered, of: Covered): Covered => new Map([...of].filter(([key]) => !has.has(key)));

function placesOf({ dimensions }: Cube, facts: readonly Fact[]): Covered {
  const period = dimensions.find(({ role }) => role === 'period')?.name ?? '';
  return new Map(facts.map(({ at }) => {
    const place = Object.fromEntries(dimensions.flatMap(({ name, isTime }) => { const value = name === period ? undefined : at[name]; return value === undefined ? [] : [[name, isTime ? within(value, at[period] ?? '') : value] as const]; }));
    return [keyOf(place), place] as const;
  }));
}

const keyOf = (place: Where): string => JSON.stringify(Object.entries(place));

/** `2025-01` and `2024-01` are the same month of their years. */
const within = (time: string, period: string): string => (period.length > 3 && time !== period ? time.replace(period, '…') : time);

type Bottoms = (name: string, code: string) => readonly string[];

/** What the tables know within a code and nothing lies in; itself where there is none. */
function bottoms(cube: Cube): Bottoms {
  const inside = new Map(cube.nestedIn.map((name) => {
    const values = cube.valuesOf(name);
    const wholes = new Set(values.flatMap((code) => cube.places.around(name, code)));
    const found = new Map<string, string[]>();
    for (const code of values.filter((one) => !wholes.has(one))) for (const outer of cube.places.around(name, code)) (found.get(outer) ?? found.set(outer, []).get(outer))?.push(code);
    return [name, found] as const;
  }));
  return (name, code) => inside.get(name)?.get(code) ?? [code];
}

function spread({ dimensions }: Cube, covered: Covered, bottom: Bottoms): Covered {
  return new Map([...covered.values()].flatMap((place) => {
    const lists = dimensions.flatMap(({ name }) => { const code = place[name]; return code === undefined ? [] : [{ name, codes: bottom(name, code) }]; });
    if (lists.reduce((count, { codes }) => count * codes.length, 1) > MOST_PLACES) return [[keyOf(place), place] as const];
    const all = lists.reduce<Where[]>((some, { name, codes }) => some.flatMap((one) => codes.map((code) => ({ ...one, [name]: code }))), [{}]);
    return all.map((one) => [keyOf(one), one] as const);
  }));
}
