const DEEPEST = 40;

/**
 * Why decoded JSON from outside is not looked at any further, or null: nested deeper than anything of ours, which
 * whoever walks through it by recursion would not survive, or with the name that changes an object's prototype when
 * it is copied. Walks without recursion itself.
 */
export function jsonDanger(value: unknown): 'depth' | 'name' | null {
  const stack: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { value: inner, depth } = entry;
    if (typeof inner !== 'object' || inner === null) continue;
    if (depth > DEEPEST) return 'depth';
    for (const key of Object.keys(inner)) {
      if (key === '__proto__') return 'name';
      stack.push({ value: (inner as Record<string, unknown>)[key], depth: depth + 1 });
    }
  }
  return null;
}
