import type { Sheet } from './finding.js';

const NAMED = 10;

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
  const named = `${cells.slice(0, NAMED).join(', ')}${cells.length > NAMED ? ', …' : ''}`;
  sheet.atTable('change', 'INFO', { id: `${cells.length} sel berbeda dari penyampaian sebelumnya: ${named}.`, en: `${cells.length} cells differ from the delivery before: ${named}.` });
}
