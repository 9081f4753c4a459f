/** More than any form asks for; what is beyond is not permitted. */
const MOST = 2_000;

/** The texts that stand under one key anywhere in the data, in rows of tables too. */
export function valuesAt(data: unknown, key: string): string[] {
  const values = new Set<string>();
  const stack: unknown[] = [data];
  for (let one = stack.pop(); one !== undefined && values.size < MOST; one = stack.pop()) {
    if (typeof one !== 'object' || one === null) continue;
    for (const [name, value] of Object.entries(one)) {
      if (name === key && typeof value === 'string' && value !== '') values.add(value);
      else if (typeof value === 'object' && value !== null) stack.push(value);
    }
  }
  return [...values];
}
