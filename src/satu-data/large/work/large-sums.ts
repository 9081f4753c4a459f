import type { Row } from '../../analysis/analyse.js';
import type { RowSum } from '../../disclosure/row-sums.js';
import { plain } from './facts.js';
import type { LargeFamilies } from './nested-families.js';

/** The rows that others make up, of a table of which only those with a hidden cell are in memory: what else is needed is put after them. */
export class LargeSums {
  readonly rows: Row[] = [];
  readonly all: RowSum[] = [];
  private readonly places: Map<number, number>;

  /** @param found - numbers of the rows with a hidden cell. @param from - the place of the first row that is put after them. */
  constructor(
    private readonly columns: readonly string[],
    found: readonly number[],
    private readonly from: number,
  ) {
    this.places = new Map(found.map((n, index) => [n, index]));
  }

  put({ families, parents }: LargeFamilies): void {
    for (const [n, values] of parents) this.places.set(n, this.add(this.rowOf(values)));
    for (const { parent, others, hidden, ...more } of families) this.all.push({ ...more, total: this.places.get(parent) as number, parts: [this.add(this.rowOf(others)), ...hidden.map((n) => this.places.get(n) as number)] });
  }

  /** Of the whole: the rows with a hidden cell, by their numbers, and the sums of the others. */
  total(row: number, hidden: readonly number[], others: Row): void {
    this.all.push({ total: row, parts: [this.add(others), ...hidden.map((n) => this.places.get(n) as number)] });
  }

  private add(row: Row): number {
    this.rows.push(row);
    return this.from + this.rows.length - 1;
  }

  private rowOf(values: readonly unknown[]): Row {
    return Object.fromEntries(this.columns.flatMap((column, index) => { const value = plain(values[index]); return value === null ? [] : [[column, value] as const]; }));
  }
}
