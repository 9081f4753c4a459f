import type { ColumnCodes } from './column-codes.js';

/** Codes by their names in lower case; made when the first name is met in place of a code. */
const byName = new WeakMap<ColumnCodes, ReadonlyMap<string, readonly string[]>>();

/** The codes that are called so, whoever wrote the name in their place. */
export function codesCalled(name: string, codes: ColumnCodes): readonly string[] {
  const known = byName.get(codes) ?? named(codes);
  byName.set(codes, known);
  return known.get(name.trim().toLowerCase()) ?? [];
}

function named({ names }: ColumnCodes): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [code, name] of names) {
    const others = all.get(name.toLowerCase());
    if (others) others.push(code);
    else if (name !== '') all.set(name.toLowerCase(), [code]);
  }
  return all;
}
