import type { Fact } from './cube.js';
import type { Dimension } from './dimensions.js';

/** What a code lies in, nearest first. */
export type Around = (dimension: string, code: string) => readonly string[];

/** Which places of a table lie in which: in each dimension, and in several at once. */
export class Nesting {
  /** @param names - the dimensions in which something lies in something. */
  constructor(
    private readonly dimensions: readonly Dimension[],
    readonly names: readonly string[],
    private readonly outer: Around,
  ) {}

  /** In those of the dimensions that have a value and one that lies in it: a region and its parts, a total and what it is of. */
  static of(dimensions: readonly Dimension[], facts: readonly Fact[], outer: Around): Nesting {
    const names = dimensions.flatMap(({ name }) => {
      const own = new Set(facts.flatMap(({ at }) => at[name] ?? []));
      return [...own].some((code) => outer(name, code).some((one) => own.has(one))) ? [name] : [];
    });
    return new Nesting(dimensions, names, outer);
  }

  /** In both ways. */
  with(other: Nesting): Nesting {
    const names = new Set([...this.names, ...other.names]);
    return new Nesting(this.dimensions, [...names], (name, code) => [...new Set([...other.outer(name, code), ...this.outer(name, code)])]);
  }

  /** Where a row stands. */
  placeOf({ at }: Fact): string {
    return this.placeIn(at, this.names.map((name) => at[name]));
  }

  /** The places that a row is part of, in these of the nested dimensions; nearest first. */
  around(fact: Fact, dimensions: readonly string[]): string[] {
    const lines = this.names.map((name) => (dimensions.includes(name) ? this.lineOf(name, fact) : [fact.at[name]]));
    return combined(lines).slice(1).map((outer) => this.placeIn(fact.at, outer));
  }

  /** A row's value and what it lies in, nearest first. */
  lineOf(name: string, { at }: Fact): (string | undefined)[] {
    const code = at[name];
    return code === undefined ? [undefined] : [code, ...this.outer(name, code)];
  }

  /** Coordinates with others in the nested dimensions. */
  placeIn(at: Fact['at'], nested: readonly (string | undefined)[]): string {
    return JSON.stringify(this.dimensions.map(({ name }) => { const index = this.names.indexOf(name); return (index < 0 ? at[name] : nested[index]) ?? null; }));
  }
}

/** One of each, in every way; the first has the first of each. */
const combined = <T>(lists: readonly (readonly T[])[]): T[][] => lists.reduce<T[][]>((all, list) => all.flatMap((some) => list.map((one) => [...some, one])), [[]]);
