/** Keys that stand for the columns of somebody's table, which no declaration can name. */
const COLUMNS = new Set(['baris', 'jumlah', 'jumlahRujukan', 'tidakLengkap', 'rujukan']);

/** Paths that a value has and its example has not. */
export function undeclared(value: unknown, example: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((entry: unknown) => undeclared(entry, Array.isArray(example) ? (example as unknown[])[0] : undefined, path));
  if (typeof value !== 'object' || value === null) return [];
  const known = (example ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(value).flatMap(([name, inner]) => {
    const own = path ? `${path}.${name}` : name;
    if (!Object.hasOwn(known, name)) return COLUMNS.has(path.split('.').at(-1) ?? '') ? [] : [own];
    return undeclared(inner, known[name], own);
  });
}
