import type { Sheet } from './finding.js';
import { SENTENCES } from './sentences.js';

/** What differs from the delivery before this one: one INFO for the whole table, naming the first cells. */
export function checkChange(sheet: Sheet): void {
  const { before } = sheet.context;
  if (!before) return;
  const keys = sheet.dataset.variables.filter(({ key }) => key).map(({ name }) => name);
  const idOf = (row: Readonly<Record<string, string | null>>): string => JSON.stringify(keys.map((name) => row[name]));
  const earlier = new Map(before.map((row) => [idOf(row), row]));
  const cells: string[] = [];
  sheet.rows.forEach((row, index) => {
    const old = earlier.get(idOf(row));
    for (const { name } of sheet.dataset.variables) if ((old?.[name] ?? null) !== (row[name] ?? null)) cells.push(sheet.cell(index, name));
  });
  if (cells.length === 0) return;
  sheet.atTable('change', sheet.settings.change.level, SENTENCES.change(cells.length, cells));
}
