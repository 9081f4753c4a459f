import type { OfficeCode } from './code-list.types.js';
import type { CodeTable } from './code-table.js';

/** How far inside a code lies: 1 is outermost. By the list's levels; a list without any has them by what lies in what. */
export function levelOf(table: CodeTable, { level, parent }: OfficeCode): number {
  const named = table.facts.levels.findIndex(({ key }) => key === level);
  if (named >= 0) return named + 1;
  const outer = parent === null ? undefined : table.get(parent);
  return outer ? levelOf(table, outer) + 1 : 1;
}
