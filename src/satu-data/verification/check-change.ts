import type { TableRow } from '../tables/index.js';
import { identifying, rowName } from './row-names.js';
import { NAMED, SENTENCES } from './sentences.js';
import type { Sheet } from './finding.js';

/** What differs from the delivery before this one: one INFO for the whole table, naming the first cells, the first new rows, and the first that are there no more. */
export function checkChange(sheet: Sheet): void {
  const { before, codes } = sheet.context;
  // What holds no row has a finding that says so.
  if (!before || sheet.rows.length === 0) return;
  const keys = identifying(sheet.dataset);
  const idOf = (row: TableRow): string => JSON.stringify(keys.map((name) => row[name] ?? null));
  const named = (rows: readonly TableRow[]) => ({ count: rows.length, names: rows.slice(0, NAMED).map((row) => rowName(keys.map((name) => [name, row[name] ?? null]), codes)) });
  const earlier = new Map(before.map((row) => [idOf(row), row]));
  const now = new Set(sheet.rows.map(idOf));
  const cells = sheet.rows.flatMap((row, index) => {
    const old = earlier.get(idOf(row));
    return old ? sheet.dataset.variables.flatMap(({ name }) => ((old[name] ?? null) === (row[name] ?? null) ? [] : [sheet.place(index, name)])) : [];
  });
  const added = named(sheet.rows.filter((row) => !earlier.has(idOf(row))));
  const gone = named([...earlier].flatMap(([id, row]) => (now.has(id) ? [] : [row])));
  if (cells.length + added.count + gone.count === 0) return;
  sheet.atTable('change', sheet.settings.change.level, SENTENCES.change({ count: cells.length, names: cells.slice(0, NAMED) }, added, gone));
}
