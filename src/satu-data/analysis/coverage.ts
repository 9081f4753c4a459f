import type { Text } from 'tertib';
import { timeWithin } from '../tables/written-period.js';
import type { Cube, Fact, Where } from './cube.js';
import type { Dimension } from './dimensions.js';

/** What one of two periods has and the other lacks. */
export interface Uneven {
  /** What the later one lacks of the earlier, and the other way round. */
  readonly now: readonly Where[];
  readonly before: readonly Where[];
  /** The same of keys; where there are any, places cannot be held against each other. */
  readonly keys?: Readonly<Record<'now' | 'before', readonly Dimension[]>>;
  /** Which the earlier one is. */
  readonly earlier: string;
  /** Where it is another data set, used in the formula, that does not cover the same: what is said of it. */
  readonly said?: Text | null;
}

/** A figure, as far as it says what it covers. */
interface Covering {
  readonly query: { readonly where: Where };
  readonly facts: readonly Fact[];
}

/** A row that stands for more places than these is taken as it is: then the two are not compared. */
const MOST_PLACES = 100_000;

/**
 * What rows of two periods do not have in common, by the other keys: without those that a large table was added up over, but for times, of which a sum may be of any number. Null where they
 * cover the same. A row that others make up covers all that the tables know within it, so that a total may be held against its parts.
 */
function unevenness(cube: Cube, now: readonly Fact[], before: readonly Fact[]): Omit<Uneven, 'earlier'> | null {
  const dimensions = cube.within.filter(({ name, isTime }) => isTime || ![...now, ...before].some((fact) => cube.isAddedUp(fact, name)));
  const [later, earlier] = [now, before].map((facts) => covered(cube, dimensions, facts)) as [Covered, Covered];
  const [onlyLater, onlyEarlier] = [{ ...later, places: missingIn(earlier.places, later.places) }, { ...earlier, places: missingIn(later.places, earlier.places) }];
  if (onlyLater.places.size === 0 && onlyEarlier.places.size === 0) return null;
  const bottom = bottoms(cube);
  const [all, old] = [spread(onlyLater, bottom), spread(onlyEarlier, bottom)];
  const uneven = { now: [...missingIn(all.places, old.places).values()], before: [...missingIn(old.places, all.places).values()] };
  if (uneven.now.length + uneven.before.length === 0) return null;
  const had = [now, before].map((facts) => dimensions.filter(({ name }) => facts.some(({ values }) => values[name] !== undefined))) as [Dimension[], Dimension[]];
  const keys = { now: had[1].filter((one) => !had[0].includes(one)), before: had[0].filter((one) => !had[1].includes(one)) };
  return keys.now.length + keys.before.length > 0 ? { ...uneven, keys } : uneven;
}

/** As `unevenness`, of figures: what was asked for is the same in all that one of them lacks, and is told only of what has nothing else. */
export function unevenBetween(cube: Cube, now: Covering, before: Covering): Uneven | null {
  const found = unevenness(cube, now.facts, before.facts);
  if (!found) return null;
  const told = (places: readonly Where[]): Where[] => places.map((place) => {
    const more = Object.entries(place).filter(([name, value]) => now.query.where[name] !== value);
    return more.length > 0 ? Object.fromEntries(more) : place;
  });
  return { ...found, now: told(found.now), before: told(found.before), earlier: before.query.where[periodIn(cube)] ?? '' };
}

/** Whether rows that lie in another are all that the tables know within it, and more than one; where its own table divides it, all that they know in that period, for a region may have been split since. */
export function madeUp(cube: Cube): (whole: Fact, parts: readonly Fact[], isDivided: boolean) => boolean {
  const everywhere = bottoms(cube);
  const dimensions = cube.dimensions.filter(({ role }) => role !== 'period');
  const inPeriods = new Map<string, Bottoms>();
  const inPeriod = (when: string): Bottoms => inPeriods.get(when) ?? (inPeriods.set(when, bottoms(cube, cube.facts.filter((fact) => periodOf(cube, fact) === when))).get(when) as Bottoms);
  return (whole, parts, isDivided) => {
    const bottom = isDivided ? inPeriod(periodOf(cube, whole)) : everywhere;
    const [all, there] = [[whole], parts].map((facts) => spread(covered(cube, dimensions, facts), bottom)) as [Covered, Covered];
    return all.places.size > 1 && missingIn(there.places, all.places).size === 0;
  };
}

/** Coordinates of rows of one period without it, as they are written, by what they are compared by. */
interface Covered {
  readonly dimensions: readonly Dimension[];
  readonly period: string;
  readonly places: ReadonlyMap<string, Where>;
}

/** What is in `of` and not in `has`, by what they are compared by. */
export const missingIn = <T>(has: ReadonlyMap<string, unknown>, of: ReadonlyMap<string, T>): Map<string, T> => new Map([...of].filter(([key]) => !has.has(key)));

function covered(cube: Cube, dimensions: readonly Dimension[], facts: readonly Fact[]): Covered {
  const period = facts[0] ? periodOf(cube, facts[0]) : '';
  const places = facts.map(({ values }) => Object.fromEntries(dimensions.flatMap((one) => { const value = values[one.name]; return value === undefined ? [] : [[one.name, value] as const]; })));
  return { dimensions, period, places: byKey(dimensions, period, places) };
}

const periodIn = ({ dimensions }: Cube): string => dimensions.find(({ role }) => role === 'period')?.name ?? '';
const periodOf = (cube: Cube, { at }: Fact): string => at[periodIn(cube)] ?? '';

const byKey = (dimensions: readonly Dimension[], period: string, places: readonly Where[]): Covered['places'] =>
  new Map(places.map((place) => [JSON.stringify(dimensions.map(({ name, isTime }) => { const value = place[name]; return value === undefined ? null : isTime ? timeWithin(value, period) : value; })), place]));

type Bottoms = (name: string, code: string) => readonly string[];

/** What the tables, or some of their rows, know within a code and nothing lies in; itself where there is none. */
function bottoms(cube: Cube, facts?: readonly Fact[]): Bottoms {
  const inside = new Map(cube.nestedIn.map((name) => {
    const values = facts ? [...new Set(facts.flatMap(({ at }) => at[name] ?? []))] : cube.valuesOf(name);
    return [name, innermost(values, (code) => cube.places.around(name, code))] as const;
  }));
  return (name, code) => inside.get(name)?.get(code) ?? [code];
}

/** By code those of `codes` that lie in it and that nothing lies in. */
export function innermost(codes: Iterable<string>, around: (code: string) => readonly string[]): Map<string, readonly string[]> {
  const all = [...codes];
  const wholes = new Set(all.flatMap(around));
  const found = new Map<string, string[]>();
  for (const code of all) if (!wholes.has(code)) for (const outer of around(code)) (found.get(outer) ?? found.set(outer, []).get(outer))?.push(code);
  return found;
}

function spread({ dimensions, period, places }: Covered, bottom: Bottoms): Covered {
  const all = [...places.values()].flatMap((place) => {
    const lists = dimensions.flatMap(({ name }) => { const code = place[name]; return code === undefined ? [] : [{ name, codes: bottom(name, code) }]; });
    if (lists.reduce((count, { codes }) => count * codes.length, 1) > MOST_PLACES) return [place];
    return lists.reduce<Where[]>((some, { name, codes }) => some.flatMap((one) => codes.map((code) => ({ ...one, [name]: code }))), [{}]);
  });
  return { dimensions, period, places: byKey(dimensions, period, all) };
}
