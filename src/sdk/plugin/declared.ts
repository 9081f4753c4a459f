/**
 * What these plugins and Nest modules (plain, dynamic, forward references), with all that they import, declare under one name.
 * It is read from decorators: nothing is instantiated.
 *
 * @throws for a module that comes later: what it declares is not known now.
 */
export function declaredIn(sources: readonly unknown[], name: 'controllers' | 'providers'): unknown[] {
  const found = new Set<unknown>();
  const seen = new Set<unknown>();
  const visit = (source: unknown): void => {
    if (!source || seen.has(source)) return;
    seen.add(source);
    if (source instanceof Promise) throw new Error('A module that is given as a promise cannot be read without starting it: give the module itself');
    const listed = (key: string): readonly unknown[] => ((typeof source === 'function' ? Reflect.getMetadata(key, source) : (source as Record<string, unknown>)[key]) as readonly unknown[] | undefined) ?? [];
    for (const one of listed(name)) found.add(one);
    listed('imports').forEach(visit);
    if (typeof source !== 'object') return;
    const { module, forwardRef } = source as { readonly module?: unknown; readonly forwardRef?: () => unknown };
    visit(module);
    visit(forwardRef?.());
  };
  sources.forEach(visit);
  return [...found];
}
