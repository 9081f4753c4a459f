import { timeWithin } from '../../tables/written-period.js';
import { innermost, missingIn } from '../coverage.js';
import type { Fact } from '../cube.js';
import type { Figures } from '../figures.js';

/** One side: the figures of a data set, its column of regions where both have one, and the rows that were added up. */
export interface Side {
  readonly figures: Figures;
  readonly region: string | null;
  /** As this data set writes the period that both are of. */
  readonly period: string;
  readonly facts: readonly Fact[];
}

/** Where and when a row is; a time as it is written there. */
export interface Covered {
  readonly region: string;
  readonly time: string | null;
}

/**
 * Places that one of two tables tells of and the other does not. A row of a region that others lie in covers all that the two tables know within it, one of a quarter its months.
 * Times are compared where both tables have some: one without is of the whole period.
 */
export function onlyIn(one: Side, other: Side): { readonly one: readonly Covered[]; readonly other: readonly Covered[] } {
  const inTime = [one, other].every(hasTimes);
  const [here, there] = [placesOf(one, inTime), placesOf(other, inTime)];
  // Of most figures one region is asked for, which both tables have.
  if (here.size === there.size && missingIn(there, here).size === 0) return { one: [], other: [] };
  const inside = one.region === null ? new Map<string, readonly string[]>() : bottoms(one, other);
  const spread = (places: Places): Places => new Map([...places.values()].flatMap(({ region, ...place }) => (inside.get(region) ?? [region]).map((code) => keyed({ region: code, ...place }))));
  const [mine, theirs] = [spread(here), spread(there)];
  return { one: [...missingIn(theirs, mine).values()], other: [...missingIn(mine, theirs).values()] };
}

/** With what times are compared by. */
interface Place extends Covered {
  readonly part: string | null;
}
type Places = ReadonlyMap<string, Place>;
const keyed = (place: Place) => [JSON.stringify([place.region, place.part]), place] as const;

const timesOf = ({ figures: { cube } }: Side, { at }: Fact): string[] => cube.dimensions.flatMap(({ name, isTime }) => (isTime ? (at[name] ?? []) : []));
const hasTimes = (side: Side): boolean => side.facts.some((fact) => timesOf(side, fact).length > 0);

function placesOf(side: Side, inTime: boolean): Places {
  return new Map<string, Place>(side.facts.flatMap((fact) => {
    const region = side.region === null ? '' : (fact.at[side.region] ?? '');
    // Of quarter and month it is the month.
    const [narrowest] = inTime ? timesOf(side, fact).map((time) => ({ time, parts: partsOf(time, side.period) })).toSorted((a, b) => a.parts.length - b.parts.length) : [];
    return narrowest ? narrowest.parts.map((part) => keyed({ region, time: narrowest.time, part })) : [keyed({ region, time: null, part: null })];
  }));
}

const MONTHS = { year: 12, half: 6, third: 4, quarter: 3 } as const;
const LONG = new RegExp(`^(?<grain>${Object.keys(MONTHS).join('|')}) (?<from>-?\\d+) \\d+$`);

/** The months of a longer time; otherwise itself, however it is written. */
function partsOf(time: string, period: string): string[] {
  const within = timeWithin(time, period);
  const { grain, from } = LONG.exec(within)?.groups ?? {};
  return grain ? Array.from({ length: MONTHS[grain as keyof typeof MONTHS] }, (_, month) => `month ${Number(from) + month} 1`) : [within];
}

type Bottoms = ReadonlyMap<string, readonly string[]>;
/** Of two tables and the periods that they are asked for, worked out once. */
const known = new WeakMap<Figures, WeakMap<Figures, Map<string, Bottoms>>>();

function bottoms(one: Side, other: Side): Bottoms {
  const ofOne = known.get(one.figures) ?? new WeakMap<Figures, Map<string, Bottoms>>();
  const ofBoth = ofOne.get(other.figures) ?? new Map<string, Bottoms>();
  known.set(one.figures, ofOne.set(other.figures, ofBoth));
  const key = JSON.stringify([one.period, other.period]);
  const found = ofBoth.get(key) ?? workedOut(one, other);
  ofBoth.set(key, found);
  return found;
}

/** By region what lies in it and has nothing in itself, as far as the tables know that period. */
function workedOut(...sides: readonly [Side, Side]): Bottoms {
  const around = (code: string): readonly string[] => [...new Set(sides.flatMap(({ figures, region }) => figures.cube.places.around(region ?? '', code)))];
  return innermost(new Set(sides.flatMap(({ figures: { cube, period: { name } }, region, period }) => cube.facts.flatMap(({ at }) => (at[name] === period ? (at[region ?? ''] ?? []) : [])))), around);
}
