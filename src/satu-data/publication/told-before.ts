import type { Row } from '../analysis/analyse.js';
import { decimal, isDecimal } from '../analysis/decimal.js';
import { dimensionsOf } from '../analysis/dimensions.js';
import type { DatasetAnalysis } from '../analysis/opened.js';
import { openCells, type Open } from '../disclosure/open-cells.js';
import { place } from '../disclosure/place.js';
import type { HiddenCell } from '../disclosure/protect.js';
import { hasYear } from '../tables/written-period.js';
import type { PublicationEntity } from './publication.entity.js';
import { isSameUnit } from '../tables/unit.js';

/** The page that a publication takes the place of, and of which year it tells where its rows do not say so. */
export type PageBefore = Pick<PublicationEntity, 'columns' | 'rows' | 'hidden'> & { readonly year: number };

/** What the page before gives away of what is hidden now. */
export interface ToldBefore {
  /** Hidden cells that it shows as they are now: whoever kept a copy has them. */
  readonly shown: readonly HiddenCell[];
  /** Hidden cells that it does not show, and that could be computed with those. */
  readonly open: readonly HiddenCell[];
  /** Those whose sum could be, where it tells of a few. */
  readonly openSums: Open['sums'];
  /** Titles of the columns of which it hides cells, and which are not protected any more. */
  readonly unprotected: readonly string[];
}

/** @param hidden - what is hidden now. Of a large table the page has the first rows alone, so that only its columns are looked at. */
export function toldBefore({ dataset, rows, totals, sums, large }: DatasetAnalysis, hidden: readonly HiddenCell[], before: PageBefore, year: number): ToldBefore {
  const hiddenThen = new Set(before.hidden?.flatMap(({ why, column }) => (why === 'derived' ? [] : [column])));
  const unprotected = dataset.variables.filter(({ name, protection }) => hiddenThen.has(name) && !protection).map(({ title }) => title);
  const primary = hidden.filter(({ why }) => why !== 'derived');
  if (large || primary.length === 0) return { shown: [], open: [], openSums: [], unprotected };
  const keys = dataset.variables.filter(({ key }) => key).map(({ name }) => name);
  const period = dimensionsOf(dataset).find(({ role }) => role === 'period')?.name ?? '';
  // Where no row says of which year it is, its table's is meant.
  const keyOf = (row: Row, of: number): string => JSON.stringify([...keys.map((name) => row[name] ?? null), hasYear(row[period] ?? '') ? null : of]);
  const then = new Map(before.rows.map((row) => [keyOf(row, before.year), row]));
  const unitThen = new Map(before.columns.map(({ name, unit }) => [name, unit]));
  const shown = primary.filter(({ row, column }) => {
    const [now, was] = [rows[row]?.[column], rows[row] && then.get(keyOf(rows[row] as Row, year))?.[column]];
    const isSame = unitThen.has(column) && isSameUnit(unitThen.get(column), dataset.variables.find(({ name }) => name === column)?.unit);
    return isSame && isDecimal(now) && isDecimal(was) && decimal(now).eq(decimal(was));
  });
  const known = new Set(shown.map(place));
  const open = shown.length === 0 ? null : openCells(dataset, [...rows, totals], sums, primary.filter((cell) => !known.has(place(cell))));
  return { shown, open: open?.cells ?? [], openSums: open?.sums ?? [], unprotected };
}
