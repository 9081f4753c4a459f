/** Rows by a key, in the order in which they come. (`Map.groupBy` needs Node 21.) */
export function grouped<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const by = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const own = by.get(key);
    if (own) own.push(row);
    else by.set(key, [row]);
  }
  return by;
}
