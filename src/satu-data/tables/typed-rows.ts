import { decimal, isDecimal } from '../analysis/decimal.js';
import { isNumeric, type DecimalMark, type Variable } from '../datasets/dataset.types.js';
import { LONGEST } from './cell-value.js';
import type { ReadTable, TableRow, Unreadable } from './table.types.js';
import { shownDay } from './written-date.js';

interface Described {
  readonly variables: readonly Variable[];
  readonly decimalMark: DecimalMark;
}

/** Rows as somebody would have typed them into the grid, so that they read as what they are when they come back: numbers by the data set's mark without grouping, days day first. */
export function typedRows({ rows, layout: { unreadable } }: Pick<ReadTable, 'rows'> & { readonly layout: Pick<ReadTable['layout'], 'unreadable'> }, { variables, decimalMark }: Described): TableRow[] {
  const refused = new Map(unreadable.map((one) => [placeOf(one.row, one.column), one]));
  const typeOf = new Map(variables.map(({ name, type }) => [name, type]));
  return rows.map((row, index) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? null : typed(value, typeOf.get(name), decimalMark, refused.get(placeOf(index, name)))])));
}

/** The same, each where it was typed: rows that were left blank stand between them again, so that a finding in row 3 is in the third. */
export function rowsAsTyped(table: Pick<ReadTable, 'rows' | 'layout'>, dataset: Described): TableRow[] {
  const rows = typedRows(table, dataset);
  const { source, rowNumbers } = table.layout;
  if (source !== 'grid') return rows;
  const numbers = rows.map((_, index) => rowNumbers[index] ?? index + 1);
  const at = new Map(numbers.map((number, index) => [number, rows[index]]));
  return Array.from({ length: numbers.at(-1) ?? 0 }, (_, index) => at.get(index + 1) ?? {});
}

const placeOf = (row: number, column: string): string => `${row} ${column}`;

function typed(value: string, type: Variable['type'] | undefined, mark: DecimalMark, refused: Unreadable | undefined): string | null {
  if (refused && !refused.held) return value;
  // Nobody has written it: only the first of the merged cells holds it.
  if (refused?.held === 'merged') return null;
  // As the spreadsheet shows it, which is refused as well: to be taken, its digits have to be typed again.
  if (refused && isDecimal(value) && decimal(value).abs().gte(LONGEST)) return decimal(value).toExponential().replace('e', 'E').replace('.', mark);
  if (isNumeric(type)) return isDecimal(value) ? value.replace('.', mark) : value;
  return type === 'date' ? shownDay(value) : value;
}
