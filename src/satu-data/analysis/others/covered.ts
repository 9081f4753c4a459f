import type { Fact } from '../cube.js';
import type { Figures } from '../figures.js';

/** One side: the figures of a data set, its column of regions, and the rows that were added up. */
export interface Side {
  readonly figures: Figures;
  readonly region: string;
  /** As this data set writes the period that both are of. */
  readonly period: string;
  readonly facts: readonly Fact[];
}

/** Regions that one of two tables tells of and the other does not. A row of a region that others lie in covers all that the two tables know within it. */
export function onlyIn(one: Side, other: Side): { readonly one: readonly string[]; readonly other: readonly string[] } {
  const [here, there] = [one, other].map(({ facts, region }) => new Set(facts.map(({ at }) => at[region] ?? ''))) as [Set<string>, Set<string>];
  // Of most figures one region is asked for, which both tables have.
  if (here.size === there.size && [...here].every((code) => there.has(code))) return { one: [], other: [] };
  const inside = bottoms(one, other);
  const [mine, theirs] = [here, there].map((codes) => new Set([...codes].flatMap((code) => inside.get(code) ?? [code]))) as [Set<string>, Set<string>];
  return { one: [...mine].filter((code) => !theirs.has(code)), other: [...theirs].filter((code) => !mine.has(code)) };
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
  const around = (code: string): readonly string[] => [...new Set(sides.flatMap(({ figures, region }) => figures.cube.places.around(region, code)))];
  const codes = new Set(sides.flatMap(({ figures: { cube, period: { name } }, region, period }) => cube.facts.flatMap(({ at }) => (at[name] === period ? (at[region] ?? []) : []))));
  const wholes = new Set([...codes].flatMap(around));
  const found = new Map<string, string[]>();
  for (const code of codes) if (!wholes.has(code)) for (const outer of around(code)) (found.get(outer) ?? found.set(outer, []).get(outer))?.push(code);
  return found;
}
