import type { Cube, Fact } from '../analysis/cube.js';

/** A row that others of the table make up, by their indices. */
export interface RowSum {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * The rows of this period's table that others make up: a region and its parts, a total and what it is of, where all other keys are the same.
 * In each dimension those that lie next below, where these are all that the table shows of it; where they are in none, those at the bottom.
 */
export function nestedSums(cube: Cube): RowSum[] {
  const own = cube.facts.filter(({ table }) => table === 0);
  const rows = new Map(own.map((fact) => [cube.placeOf(fact), fact.row]));
  const found = (places: readonly string[]): number[] => places.flatMap((place) => rows.get(place) ?? []);
  const above = new Map(own.map((fact) => [fact.row, found(cube.around(fact, cube.nestedIn))]));
  const parents = new Set([...above.values()].flat());
  const bottom = new Lists();
  for (const [row, outer] of above) if (!parents.has(row)) for (const total of outer) bottom.put(total, row);
  const size = (row: number): number => bottom.of(row).length || 1;
  const sums = cube.nestedIn.flatMap((name) => {
    const next = new Lists();
    for (const fact of own) {
      const [total] = found(cube.around(fact, [name]));
      if (total !== undefined) next.put(total, fact.row);
    }
    return next.all().filter(({ total, parts }) => parts.reduce((sum, row) => sum + size(row), 0) === size(total));
  });
  const whole = new Set(sums.map(({ total }) => total));
  return [...sums, ...bottom.all().filter(({ total }) => !whole.has(total))];
}

/** With the totals, which come after the last row; `whole` are the rows that they are of. */
export const rowSums = (cube: Cube, rowCount: number, whole: readonly Fact[]): RowSum[] => [...nestedSums(cube), ...(whole.length > 0 ? [{ total: rowCount, parts: whole.map(({ row }) => row) }] : [])];

class Lists {
  private readonly lists = new Map<number, number[]>();

  put(total: number, part: number): void {
    const list = this.lists.get(total);
    if (list) list.push(part);
    else this.lists.set(total, [part]);
  }

  of(total: number): readonly number[] {
    return this.lists.get(total) ?? [];
  }

  all(): RowSum[] {
    return [...this.lists].map(([total, parts]) => ({ total, parts }));
  }
}
