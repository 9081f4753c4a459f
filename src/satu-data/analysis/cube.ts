import type { Row } from './analyse.js';
import { madeUp } from './coverage.js';
import type { Dimension } from './dimensions.js';
import { Nesting } from './nesting.js';
import type { Places } from './places.js';
import { takenFacts, type Doubtful } from './taken.js';
import { inNaturalOrder } from '../shared/natural-order.js';
import { TimesWithin } from '../tables/times-within.js';
import { byPeriod } from '../tables/written-period.js';
import { UnseenOverlaps } from './unseen-overlaps.js';

/** A table of one collection period, with what period its rows are of where they do not say so. */
export interface CubeTable {
  readonly period: string;
  readonly rows: readonly Row[];
  /** Keys of the data set that its rows do not have, because a large table was added up over them. */
  readonly without?: readonly Dimension[];
  /** Where its rows are sums: two of them, by their index, that cover a part of each other unseen. */
  readonly overlaps?: readonly (readonly [number, number])[] | undefined;
  /** Columns that its rows do not have here, because they are others there, and why. */
  readonly changed?: Readonly<Record<string, Changed>>;
}

/** What is other about a column of an earlier table: then its numbers are none of this column. */
export type Changed = 'unit-changed' | 'type-changed' | 'column-new';

/** A row of a table: where it stands in the dimensions, and which table and row it is. */
export interface Fact {
  readonly at: Row;
  readonly values: Row;
  readonly table: number;
  readonly row: number;
}

/** Coordinates: a value for some of the dimensions. */
export type Where = Readonly<Record<string, string>>;

/** The rows of this period's table and of the ones before, newest first, found by their coordinates (SDMX, SDC: a data cube). */
export class Cube {
  readonly facts: readonly Fact[];
  private readonly doubtful: readonly Doubtful[];
  private readonly index = new Map<string, Fact[]>();
  private readonly values = new Map<string, readonly string[]>();
  private nested: Nesting | undefined;
  private timed: Nesting | undefined;
  private both: Nesting | undefined;
  private subtotals: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  private readonly unseen: UnseenOverlaps;
  private readonly region: string | undefined;
  private readonly period: string;

  constructor(
    readonly dimensions: readonly Dimension[],
    private readonly tables: readonly CubeTable[],
    readonly places: Places,
  ) {
    this.region = dimensions.find(({ role }) => role === 'region')?.name;
    this.period = (dimensions.find(({ role }) => role === 'period') as Dimension).name;
    this.unseen = new UnseenOverlaps(tables);
    const told = tables.map((table, index) => table.rows.map((row, at) => this.factOf(row, index, at, table.period)));
    const { facts, doubtful } = takenFacts(dimensions, told, places);
    [this.facts, this.doubtful] = [facts, doubtful];
    this.facts = this.withoutOutdated(told.flat());
    for (const fact of this.facts) for (const place of this.placesOf(fact)) {
      const there = this.index.get(place);
      if (there) there.push(fact);
      else this.index.set(place, [fact]);
    }
  }

  /** What lies in what; no period does, for nothing is added up over periods unseen. */
  private get nesting(): Nesting {
    return (this.nested ??= Nesting.of(this.dimensions, this.facts, (name, code) => (name === this.period ? [] : this.places.around(name, code))));
  }

  /** The times of a period that lie in others of it: its months in its quarters. */
  private get times(): Nesting {
    if (this.timed) return this.timed;
    const valuesIn = (name: string): Set<string> => new Set(this.facts.flatMap(({ at }) => at[name] ?? []));
    const within = new Map(this.dimensions.flatMap(({ name, isTime }) => (isTime ? [[name, new TimesWithin(valuesIn(name), valuesIn(this.period))] as const] : [])));
    return (this.timed = Nesting.of(this.dimensions, this.facts, (name, code) => within.get(name)?.around(code) ?? []));
  }

  /** What lies in what, in place and in time. */
  private get whole(): Nesting {
    return (this.both ??= this.hasTimesWithin ? this.nesting.with(this.times) : this.nesting);
  }

  /** The dimensions in which the tables have a value and one that lies in it: a region and its parts, a total and what it is of. */
  get nestedIn(): readonly string[] {
    return this.nesting.names;
  }

  /** The values that a dimension has, in their order; of regions also those that its regions are part of. */
  valuesOf(dimension: string): readonly string[] {
    const known = this.values.get(dimension);
    if (known) return known;
    const own = new Set(this.facts.flatMap(({ at }) => at[dimension] ?? []));
    const around = dimension === this.region ? [...own].flatMap((code) => this.regionsAround(code)) : [];
    const isTime = this.dimensions.some(({ name, role, isTime: short }) => name === dimension && (role === 'period' || short));
    const values = [...new Set([...own, ...around])].toSorted(isTime ? byPeriod : inNaturalOrder);
    this.values.set(dimension, values);
    return values;
  }

  /**
   * The rows at these coordinates. A region takes in those within it; what is itself part of another row that was taken is left out, be it in place or in time,
   * and so are subtotals beside what they are of, so that nothing is counted twice.
   */
  select(where: Where): Fact[] {
    return withoutParts(this.whole, this.at(where));
  }

  /** The same with months beside the quarter that they make up, for what does not add up so. */
  selectTimes(where: Where): Fact[] {
    return withoutParts(this.nesting, this.at(where));
  }

  /** Whether of the times of a period some lie in others of it. */
  get hasTimesWithin(): boolean {
    return this.times.names.length > 0;
  }

  private at(where: Where): readonly Fact[] {
    const lists = Object.entries(where).map(([name, value]) => this.index.get(keyOf(name, value)) ?? []);
    const shortest = lists.toSorted((a, b) => a.length - b.length)[0] ?? this.facts;
    const within = shortest.filter((fact) => Object.entries(where).every(([name, value]) => fact.at[name] === value || (name === this.region && this.places.isWithin(name, fact.at[name], value))));
    return this.withoutSubtotals(within);
  }

  /** The regions that a region is part of. */
  private regionsAround(code: string): readonly string[] {
    return this.region === undefined ? [] : this.places.around(this.region, code);
  }

  private factOf(row: Row, table: number, index: number, period: string): Fact {
    const at = Object.fromEntries(this.dimensions.flatMap(({ name, role }) => { const value = row[name] ?? (role === 'period' ? period : undefined); return value === undefined ? [] : [[name, value] as const]; }));
    return { at, values: row, table, row: index };
  }

  /** Of an earlier table no row that contains a newer one, for the value that was replaced is still in it; it stays where not all of its other parts are there, which nothing else tells of. */
  private withoutOutdated(told: readonly Fact[]): readonly Fact[] {
    const first = new Map<string, number>();
    const revised = new Set(this.facts.flatMap(({ table, at }) => { const when = at[this.period] ?? ''; first.set(when, first.get(when) ?? table); return first.get(when) === table ? [] : [when]; }));
    if (revised.size === 0 || this.nestedIn.length === 0) return this.facts;
    const within = new Map<string, Fact[]>();
    for (const fact of this.facts.filter(({ at }) => revised.has(at[this.period] ?? ''))) {
      for (const outer of this.nesting.around(fact, this.nestedIn)) (within.get(outer) ?? within.set(outer, []).get(outer))?.push(fact);
    }
    const isMadeUp = madeUp(this);
    const divided = new Set(told.flatMap((fact) => (revised.has(fact.at[this.period] ?? '') ? this.nesting.around(fact, this.nestedIn).map((outer) => `${fact.table} ${outer}`) : [])));
    const left = this.facts.filter((fact) => {
      const place = this.nesting.placeOf(fact);
      const parts = within.get(place) ?? [];
      return !parts.some(({ table }) => table < fact.table) || !isMadeUp(fact, parts, divided.has(`${fact.table} ${place}`));
    });
    // They were asked for before something was left out.
    this.values.clear();
    this.nested = undefined;
    return left;
  }

  private placesOf({ at }: Fact): string[] {
    return Object.entries(at).flatMap(([name, value]) => [value, ...(name === this.region ? this.regionsAround(value) : [])].map((one) => keyOf(name, one)));
  }

  /** What rows of one period are of: its dimensions, and the times over which the newest table was added up, which earlier rows may have. */
  get within(): readonly Dimension[] {
    const lost = (this.tables[0]?.without ?? []).filter(({ name, isTime }) => isTime && !this.dimensions.some((one) => one.name === name));
    return [...this.dimensions.filter(({ role }) => role !== 'period'), ...lost];
  }

  /** Whether a row is of a large table that was added up over a key. */
  isAddedUp({ table }: Fact, dimension: string): boolean {
    return this.tables[table]?.without?.some(({ name }) => name === dimension) ?? false;
  }

  /** Why none of these rows has a column: it is another in their tables. */
  changedIn(facts: readonly Fact[], column: string): Changed | null {
    const changed = facts.map(({ table }) => this.tables[table]?.changed?.[column] ?? null);
    return changed.includes(null) ? null : (changed[0] ?? null);
  }

  /** Whether a figure of these rows is a sum: of several, or of one that is a sum itself. */
  areSums(facts: readonly Fact[]): boolean {
    return facts.length > 1 || facts.some(({ table }) => (this.tables[table]?.without?.length ?? 0) > 0);
  }

  /** Whether these rows are of several times: of one period, but of several of its months. */
  isOverTime(facts: readonly Fact[]): boolean {
    return this.within.some(({ name, isTime }) => isTime && new Set(facts.map(({ values }) => values[name])).size > 1);
  }

  /** Whether a row has no sum, because within it something would count twice. */
  isDoubled(fact: Fact): boolean {
    return this.unseen.isWithin(fact);
  }

  /** Whether of these rows, which `where` has found, one covers a part of another, without one being part of the other: the total of a district beside the women of its regency; or may do so, of which nobody can tell. */
  overlap(facts: readonly Fact[], where: Where): boolean {
    const { nesting, nestedIn } = this;
    if (this.unseen.among(facts, () => this.at(where))) return true;
    if (facts.length < 2) return false;
    if (this.doubtful.some((kinds) => [kinds.told, kinds.before].every((kind) => facts.some((fact) => kind.has(fact))))) return true;
    if (this.cross(facts)) return true;
    if (nestedIn.length < 2) return false;
    const kinds = new Map<string, { readonly depths: readonly number[]; readonly facts: Fact[] }>();
    for (const fact of facts) {
      const depths = nestedIn.map((name) => nesting.lineOf(name, fact).length);
      const kind = kinds.get(depths.join());
      if (kind) kind.facts.push(fact);
      else kinds.set(depths.join(), { depths, facts: [fact] });
    }
    const all = [...kinds.values()];
    return all.some((one, index) => all.slice(index + 1).some((other) => {
      const depths = one.depths.map((depth, at) => Math.min(depth, other.depths[at] as number));
      const lifted = (fact: Fact): string => nesting.placeIn(fact.at, nestedIn.map((name, at) => nesting.lineOf(name, fact).at(-(depths[at] as number))));
      const there = new Set(one.facts.map(lifted));
      return other.facts.some((fact) => there.has(lifted(fact)));
    }));
  }

  /** Whether one covers a part of another because it is of a longer time, and the other of more places: a month of the regency, and the quarter of its district. */
  private cross(facts: readonly Fact[]): boolean {
    const { nesting, nestedIn, times } = this;
    if (nestedIn.length === 0 || !this.hasTimesWithin) return false;
    const longer = new Set(facts.flatMap((fact) => times.around(fact, times.names)));
    return longer.size > 0 && facts.some((fact) => nesting.around(fact, nestedIn).some((outer) => longer.has(outer)));
  }

  /** The subtotals that the tables have, by dimension; of most tables there are none. */
  private get loose(): ReadonlyMap<string, ReadonlySet<string>> {
    return (this.subtotals ??= new Map(this.dimensions.flatMap(({ name, role }) => {
      const found = role === 'other' ? this.valuesOf(name).filter((value) => this.places.isLooseSubtotal(name, value)) : [];
      return found.length > 0 ? [[name, new Set(found)] as const] : [];
    })));
  }

  /** Nobody says what a subtotal is of: it counts only where nothing else stands at its other coordinates, and so where it is asked for. */
  private withoutSubtotals(facts: readonly Fact[]): readonly Fact[] {
    return [...this.loose].reduce((left, [name, codes]) => {
      const beside = ({ at }: Fact): string => JSON.stringify(this.dimensions.map((one) => (one.name === name ? null : (at[one.name] ?? null))));
      const isSubtotal = ({ at }: Fact): boolean => codes.has(at[name] ?? '');
      const there = new Set(left.flatMap((fact) => (isSubtotal(fact) ? [] : [beside(fact)])));
      return left.filter((fact) => !isSubtotal(fact) || !there.has(beside(fact)));
    }, facts);
  }
}

/** None that is part of another. */
function withoutParts(nesting: Nesting, facts: readonly Fact[]): Fact[] {
  const { names } = nesting;
  // Most tables have no row that is part of another.
  if (names.length === 0) return [...facts];
  const there = new Set(facts.map((fact) => nesting.placeOf(fact)));
  return facts.filter((fact) => !nesting.around(fact, names).some((outer) => there.has(outer)));
}

const keyOf = (name: string, value: string): string => `${name}=${value}`;
