import type { Row } from './analyse.js';
import type { Fact } from './cube.js';
import { isIncomplete } from './figure.js';
import type { Figures } from './figures.js';

/** The figures over all of a table, of its newest period. */
export interface Whole {
  /** Of the columns that have one: sums of what adds up, and what is computed of those. */
  readonly totals: Row;
  /** Null where the table tells of one period only, or of nothing. */
  readonly period: string | null;
  /** Columns whose total lacks something. */
  readonly incomplete: readonly string[];
  /** Those of them that lack a value of a row that is there. */
  readonly empty: readonly string[];
  /** The rows that were added up: none that is part of another. */
  readonly facts: readonly Fact[];
  /** Rows of that period that were not: others contain them. By their index. */
  readonly without: readonly number[];
}

const NONE: Whole = { totals: {}, period: null, incomplete: [], empty: [], facts: [], without: [] };

/** What the report says of the same period; nothing where that has one row only. */
export function wholeOf(figures: Figures): Whole {
  const period = figures.periods.at(-1);
  if (period === undefined) return NONE;
  const where = { [figures.period.name]: period };
  const there = figures.cube.facts.filter(({ at }) => at[figures.period.name] === period);
  if (there.length < 2) return NONE;
  const told = figures.columns.map(({ name }) => ({ name, figure: figures.of({ column: name, operation: 'nilai', where }) })).filter(({ figure }) => figure.value !== null);
  const facts = figures.cube.select(where);
  const added = new Set(facts);
  return {
    totals: Object.fromEntries(told.map(({ name, figure }) => [name, figure.value as string])),
    period: figures.periods.length > 1 ? period : null,
    incomplete: told.filter(({ figure }) => isIncomplete(figure)).map(({ name }) => name),
    empty: told.filter(({ figure }) => figure.empty.length > 0).map(({ name }) => name),
    facts,
    without: there.filter((fact) => fact.table === 0 && !added.has(fact)).map(({ row }) => row),
  };
}
