import type { HiddenCell } from './protect.js';

/** A cell's name among those of its table. */
export const place = ({ row, column }: Pick<HiddenCell, 'row' | 'column'>): string => `${row} ${column}`;

/** The cell of that name. */
export function cellAt(name: string): Pick<HiddenCell, 'row' | 'column'> {
  const space = name.indexOf(' ');
  return { row: Number(name.slice(0, space)), column: name.slice(space + 1) };
}
