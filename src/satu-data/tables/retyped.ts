import { isAmount, isNumeric, type DecimalMark, type Variable } from '../datasets/dataset.types.js';
import { readCell } from './cell-value.js';
import type { ReadTable, Unreadable } from './table.types.js';

interface Described {
  readonly variables: readonly Variable[];
  readonly decimalMark: DecimalMark;
}

/**
 * A table that was read by other types, as it would be read now: a text of last year is the number that it says, or none. Only columns of another type
 * are looked at; what could not be read then stands as it was written, and is tried again.
 */
export function retyped<Table extends Pick<ReadTable, 'rows' | 'layout'>>(table: Table, then: Described, variables: readonly Variable[], signs: readonly string[]): Table {
  const types = new Map(then.variables.map(({ name, type }) => [name, type]));
  const changed = variables.filter(({ name, type }) => name in table.layout.columns && types.has(name) && types.get(name) !== type);
  if (changed.length === 0) return table;
  const names = new Set(changed.map(({ name }) => name));
  const refused = new Map(table.layout.unreadable.filter(({ column }) => names.has(column)).map((one) => [placeOf(one.row, one.column), one]));
  const unreadable = table.layout.unreadable.filter(({ column }) => !names.has(column));
  const rows = table.rows.map((row, index) => {
    const read = changed.map((variable) => {
      const before = refused.get(placeOf(index, variable.name));
      const cell = again(row[variable.name] ?? null, variable, before, isNumeric(types.get(variable.name)) && (!before || before.held !== undefined) ? '.' : then.decimalMark, signs);
      if ('problem' in cell) unreadable.push({ row: index, column: variable.name, message: cell.problem, ...(cell.held && { held: cell.held }) });
      return [variable.name, cell.value] as const;
    });
    return { ...row, ...Object.fromEntries(read) };
  });
  return { ...table, rows, layout: { ...table.layout, unreadable: unreadable.toSorted((a, b) => a.row - b.row) } };
}

const placeOf = (row: number, column: string): string => `${row} ${column}`;

/** Of a merged cell nobody knows any better now which row its number is for. */
function again(value: string | null, variable: Variable, before: Unreadable | undefined, mark: DecimalMark, signs: readonly string[]): ReturnType<typeof readCell> {
  if (value !== null && before?.held === 'merged' && isAmount(variable)) return { value, problem: before.message, held: before.held };
  return readCell(value, variable, { mark, strict: false, signs });
}
