/** Begins one after the other in their order, with so many under way at once. Where one fails, no more are begun, and those that were are waited for. */
export async function inOrder<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<unknown>): Promise<void> {
  const underWay = new Set<Promise<unknown>>();
  const failures: unknown[] = [];
  for (const one of all) {
    if (underWay.size >= atOnce) await Promise.race(underWay);
    if (failures.length > 0) break;
    const begun: Promise<unknown> = work(one).catch((error: unknown) => failures.push(error)).finally(() => underWay.delete(begun));
    underWay.add(begun);
  }
  await Promise.all(underWay);
  if (failures.length > 0) throw failures[0];
}
