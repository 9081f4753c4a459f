import type { Fact } from '../analysis/cube.js';
import type { Places } from '../analysis/places.js';
import type { Variable } from '../datasets/dataset.types.js';
import { inNaturalOrder } from '../shared/natural-order.js';

/** A value that may be a sum of others as far as its name goes, and nobody says of which: a reader who knows would compute what is hidden. */
export interface UnclearSum {
  /** What its column is called. */
  readonly column: string;
  readonly value: string;
}

/** Those in the rows of this period's table. */
export const unclearSums = (variables: readonly Variable[], facts: readonly Fact[], places: Places): UnclearSum[] =>
  variables.filter(({ key }) => key).flatMap(({ name, title }) => {
    const values = new Set(facts.flatMap(({ table, values: row }) => (table === 0 ? (row[name] ?? []) : [])));
    return [...values].filter((value) => places.isUnclear(name, value)).map((value) => ({ column: title, value }));
  }).toSorted(inOrder);

export const inOrder = (a: UnclearSum, b: UnclearSum): number => inNaturalOrder(a.column, b.column) || inNaturalOrder(a.value, b.value);
