import type { Edit, Row } from './cells.js';

/** As the rows will look once the server has said so. */
export function ahead(rows: readonly Row[], { changes }: Edit): Row[] {
  const by = new Map(changes.map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const change = by.get(row.id);
    if (!change) return [row];
    if (change.removed) return [];
    const texts = Object.fromEntries(Object.entries(change.values ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] in row.values));
    return [{ ...row, values: { ...row.values, ...texts } }];
  });
}

/** With what the server has answered. */
export function merged(rows: readonly Row[], answered: readonly Row[]): Row[] {
  const by = new Map(answered.map((row) => [row.id, row]));
  const known = rows.flatMap((row) => {
    const now = by.get(row.id);
    by.delete(row.id);
    return now ? (now.removed ? [] : [now]) : [row];
  });
  const fresh = [...by.values()].filter(({ removed }) => !removed);
  return fresh.length > 0 ? [...known, ...fresh].sort((a, b) => a.position - b.position) : known;
}
