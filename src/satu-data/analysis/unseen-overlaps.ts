import type { CubeTable, Fact } from './cube.js';

/** Sums of large tables of whose rows some cover a part of others: the sums themselves do not show it. */
export class UnseenOverlaps {
  /** By table and row: the rows with which it overlaps, which may be itself. */
  private readonly beside: readonly ReadonlyMap<number, ReadonlySet<number>>[];

  constructor(tables: readonly Pick<CubeTable, 'overlaps'>[]) {
    this.beside = tables.map(({ overlaps = [] }) => {
      const found = new Map<number, Set<number>>();
      for (const [one, other] of overlaps) for (const [row, with_] of [[one, other], [other, one]] as const) (found.get(row) ?? found.set(row, new Set()).get(row))?.add(with_);
      return found;
    });
  }

  /** Whether it overlaps with itself, and so has no value. */
  isWithin({ table, row }: Fact): boolean {
    return this.beside[table]?.get(row)?.has(row) ?? false;
  }

  /** Whether one of these overlaps with one that is there: it may not be among these because one of them contains it. */
  among(facts: readonly Fact[], there: () => readonly Fact[]): boolean {
    const known = facts.flatMap(({ table, row }) => { const rows = this.beside[table]?.get(row); return rows ? [{ table, rows }] : []; });
    return known.length > 0 && there().some(({ table, row }) => known.some((one) => one.table === table && one.rows.has(row)));
  }
}
