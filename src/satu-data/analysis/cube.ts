import type { Row } from './analyse.js';
import type { Dimension } from './dimensions.js';
import type { Places } from './places.js';

/** A table of one collection period, with what period its rows are of where they do not say so. */
export interface CubeTable {
  readonly period: string;
  readonly rows: readonly Row[];
}

/** A row of a table: where it stands in the dimensions, and which table and row it is. */
export interface Fact {
  readonly at: Row;
  readonly values: Row;
  readonly table: number;
  readonly row: number;
}

/** Coordinates: a value for some of the dimensions. */
export type Where = Readonly<Record<string, string>>;

/**
 * The rows of this period's table and of the ones before, found by their coordinates (SDMX, SDC: a data cube). Of two tables that tell
 * of the same period, the first given counts; so the newest comes first.
 */
export class Cube {
  readonly facts: readonly Fact[];
  private readonly index = new Map<string, Fact[]>();
  private readonly values = new Map<string, readonly string[]>();
  private overlaps: boolean | undefined;
  private readonly region: string | undefined;
  private readonly period: string;

  constructor(
    readonly dimensions: readonly Dimension[],
    tables: readonly CubeTable[],
    readonly places: Places,
  ) {
    this.region = dimensions.find(({ role }) => role === 'region')?.name;
    this.period = (dimensions.find(({ role }) => role === 'period') as Dimension).name;
    const taken = new Map<string, number>();
    this.facts = tables.flatMap((table, index) => table.rows.flatMap((row, at) => this.factOf(row, index, at, table.period, taken)));
    for (const fact of this.facts) for (const place of this.placesOf(fact)) {
      const there = this.index.get(place);
      if (there) there.push(fact);
      else this.index.set(place, [fact]);
    }
  }

  /** Whether the tables have a region and one within it. */
  private get nested(): boolean {
    if (this.overlaps === undefined) {
      const own = new Set(this.facts.flatMap(({ at }) => (this.region === undefined ? [] : (at[this.region] ?? []))));
      this.overlaps = [...own].some((code) => this.around(code).some((outer) => own.has(outer)));
    }
    return this.overlaps;
  }

  /** The values that a dimension has, in their order; of regions also those that its regions are part of. */
  valuesOf(dimension: string): readonly string[] {
    const known = this.values.get(dimension);
    if (known) return known;
    const own = new Set(this.facts.flatMap(({ at }) => at[dimension] ?? []));
    const around = dimension === this.region ? [...own].flatMap((code) => this.around(code)) : [];
    const values = [...new Set([...own, ...around])].toSorted(ORDER.compare);
    this.values.set(dimension, values);
    return values;
  }

  /**
   * The rows at these coordinates. A region takes in those within it; what is itself part of another row that was taken is left out,
   * so that nothing is counted twice.
   */
  select(where: Where): Fact[] {
    const lists = Object.entries(where).map(([name, value]) => this.index.get(placeOf(name, value)) ?? []);
    const shortest = lists.toSorted((a, b) => a.length - b.length)[0] ?? this.facts;
    const within = shortest.filter((fact) => Object.entries(where).every(([name, value]) => fact.at[name] === value || (name === this.region && this.places.isWithin(name, fact.at[name], value))));
    return this.withoutParts(within);
  }

  /** The regions that a region is part of. */
  private around(code: string): readonly string[] {
    return this.region === undefined ? [] : this.places.around(this.region, code);
  }

  private factOf(row: Row, table: number, index: number, period: string, taken: Map<string, number>): Fact[] {
    const at = Object.fromEntries(this.dimensions.flatMap(({ name, role }) => { const value = row[name] ?? (role === 'period' ? period : undefined); return value === undefined ? [] : [[name, value] as const]; }));
    const when = at[this.period] ?? '';
    if ((taken.get(when) ?? table) !== table) return [];
    taken.set(when, table);
    return [{ at, values: row, table, row: index }];
  }

  private placesOf({ at }: Fact): string[] {
    return Object.entries(at).flatMap(([name, value]) => [value, ...(name === this.region ? this.around(value) : [])].map((one) => placeOf(name, one)));
  }

  private withoutParts(facts: readonly Fact[]): Fact[] {
    const { region } = this;
    // Most tables have regions of one level, and no row that is part of another.
    if (region === undefined || !this.nested) return [...facts];
    const place = (at: Row, code: string): string => JSON.stringify(this.dimensions.map(({ name }) => (name === region ? code : at[name])));
    const there = new Set(facts.map(({ at }) => place(at, at[region] ?? '')));
    return facts.filter(({ at }) => !this.around(at[region] ?? '').some((code) => there.has(place(at, code))));
  }
}

/** 2 before 10. */
const ORDER = new Intl.Collator('id', { numeric: true });
const placeOf = (name: string, value: string): string => `${name}=${value}`;
